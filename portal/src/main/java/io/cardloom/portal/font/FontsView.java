package io.cardloom.portal.font;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.font.AdmittedFont;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The issuer's own fonts, each in its own face, with what the check found. */
@Route(value = FontNavigation.FONTS, layout = PortalFrame.class)
@PageTitle("Fonts · Cardloom")
@PermitAll
class FontsView extends PageBody {

    private static final String SPECIMEN = "Åsa Núñez 0123456789";

    private static final int LONGEST_WORDS = 220;

    private final CurrentActor current;
    private final AdmittedFonts fonts;
    private final Div place = new Div();

    FontsView(CurrentActor current, AdmittedFonts fonts) {
        this.current = current;
        this.fonts = fonts;
        current.actor().require(Permission.ADMINISTER);
        add(
                new PageHead("Fonts")
                        .saying(
                                "Your brand's own typefaces, for your designs and your partners'."
                                        + " Those that come with Cardloom are always there.")
                        .doing(button()),
                place);
        draw();
    }

    private Button button() {
        Button admit =
                new Button(
                        "Admit a font",
                        e -> new FontDialog(fonts, current.actor(), this::draw).ask());
        admit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return admit;
    }

    private void draw() {
        place.removeAll();
        List<AdmittedFont> all = fonts.list(current.actor());
        if (all.isEmpty()) {
            place.add(
                    new Sheet(
                            "Your fonts",
                            new EmptyState(
                                    "No fonts of your own yet",
                                    "Hand in the file and say under which licence you hold it. It"
                                            + " is checked: may it be embedded, which letters does"
                                            + " it have, does it kern.",
                                    button())));
            return;
        }
        place.getElement().appendChild(faces(all));
        UnorderedList list = new UnorderedList();
        list.addClassName("cl-fonts");
        all.forEach(font -> list.add(new ListItem(entry(font))));
        place.add(new Sheet("Your fonts", list));
    }

    /** Lets the browser draw each specimen with the very file. */
    private Element faces(List<AdmittedFont> all) {
        StringBuilder rules = new StringBuilder();
        for (AdmittedFont font : all) {
            rules.append(
                    "@font-face { font-family: '%s'; src: url('%s'); font-weight: 100 900; font-display: block; }%n"
                            .formatted(
                                    font.key(),
                                    FontNavigation.file(current.membership().id(), font.digest())));
        }
        Element style = new Element("style");
        style.setText(rules.toString());
        return style;
    }

    private Component entry(AdmittedFont font) {
        Paragraph specimen = new Paragraph(SPECIMEN);
        specimen.addClassName("cl-specimen");
        specimen.getStyle().set("font-family", "'" + font.key() + "'");
        specimen.getElement().setAttribute("aria-hidden", "true");
        Div head = new Div(new H3(font.label()));
        head.addClassName("cl-font-head");
        if (font.isWithdrawn()) {
            head.add(new StateMark("Withdrawn", Tone.QUIET));
        }
        head.add(change(font));
        Article entry = new Article(specimen, head);
        FontWords.warnings(font)
                .forEach(
                        warning -> {
                            Paragraph care = new Paragraph(warning);
                            care.addClassName("cl-note");
                            care.getElement().setAttribute("data-tone", "care");
                            entry.add(care);
                        });
        Facts facts = new Facts().fact("Found", String.join(" ", FontWords.found(font)));
        facts.fact("Licence", font.licence());
        if (!font.makersLicence().isEmpty()) {
            facts.fact("Maker's words", brief(font.makersLicence()));
        }
        facts.fact("Admitted", Reading.moment(font.admittedAt()) + " by " + font.admittedBy());
        entry.add(facts);
        entry.addClassName("cl-font");
        return entry;
    }

    private static String brief(String words) {
        return words.length() <= LONGEST_WORDS
                ? words
                : words.substring(0, LONGEST_WORDS).strip() + " …";
    }

    private Button change(AdmittedFont font) {
        Button change =
                font.isWithdrawn()
                        ? new Button("Take back", e -> takeBack(font))
                        : new Button("Withdraw", e -> askToWithdraw(font));
        change.addThemeVariants(ButtonVariant.LUMO_SMALL);
        change.setAriaLabel((font.isWithdrawn() ? "Take back " : "Withdraw ") + font.label());
        return change;
    }

    private void takeBack(AdmittedFont font) {
        if (Attempt.to(() -> fonts.takeBack(current.actor(), font.key()))) {
            draw();
            Notice.done("%s is offered again.".formatted(font.label()));
        }
    }

    private void askToWithdraw(AdmittedFont font) {
        new Ask(
                        "Withdraw " + font.label(),
                        "Withdraw",
                        () ->
                                Attempt.to(
                                        () -> {
                                            fonts.withdraw(current.actor(), font.key());
                                            draw();
                                            Notice.done("Withdrawn.");
                                        }))
                .saying(
                        "Nothing new can be set in it. What is approved prints on as it is;"
                                + " designs that are still worked on have to change before they are"
                                + " approved.")
                .grave()
                .open();
    }
}
