package io.cardloom.portal.key;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.cardloom.production.key.share.Share;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Shows a custodian her share, this once. It is written into the page by the answer to her press of
 * the button and is no part of the page's state here.
 */
final class ShareDialog {

    private ShareDialog() {}

    /**
     * @param share closed when this returns
     * @param checkValue of the share
     */
    static void show(Share share, String checkValue) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Your share, number " + share.number());
        dialog.setWidth("34rem");
        dialog.setMaxWidth("94vw");
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        Div text = new Div();
        text.addClassName("cl-share");
        Div content =
                new Div(
                        new Paragraph(
                                "Write it down with its number and its check value, and put it"
                                        + " into your envelope. It is shown this once and kept"
                                        + " nowhere. Let nobody see it."),
                        text,
                        new Paragraph("Number " + share.number() + ", check value " + checkValue));
        content.addClassName("cl-form");
        dialog.add(content);
        Button close =
                new Button(
                        "I have written it down",
                        e -> {
                            text.getElement().executeJs("this.textContent = ''");
                            dialog.close();
                        });
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.open();
        byte[] bytes = share.bytes();
        share.close();
        text.getElement().executeJs("this.textContent = $0", grouped(bytes));
        Arrays.fill(bytes, (byte) 0);
    }

    private static String grouped(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
