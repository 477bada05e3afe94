package io.cardloom.portal.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.cardloom.connectors.serial.EncoderBytes;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.encoding.StripeSample;
import io.cardloom.production.encoding.TrackSample;
import io.cardloom.production.encoding.TrackSample.TrackCharacter;

/** One track of a sample card: its text, its bits a character, and its bytes. */
final class TrackSheet {

    private TrackSheet() {}

    static Sheet of(TrackSample track) {
        int bits = track.characters().getFirst().data().length() + 1;
        Span about =
                new Span(
                        track.characters().size()
                                + " characters of "
                                + bits
                                + " bits, "
                                + track.density()
                                + " bits an inch");
        about.addClassNames("cl-soft", "cl-small");
        return new Sheet("Track " + track.number(), content(track)).doing(about);
    }

    private static Div content(TrackSample track) {
        OrderedList cells = new OrderedList();
        cells.addClassName("cl-track");
        cells.getElement().setAttribute("data-track", Integer.toString(track.number()));
        track.characters().forEach(c -> cells.add(cell(c)));
        Span parity = new Span("1");
        parity.addClassName("cl-parity");
        Paragraph legend =
                new Paragraph(
                        new Span("Bits in the order of the stripe, lowest first; the last one, "),
                        parity,
                        new Span(", is odd parity. LRC makes every column even."));
        legend.addClassNames("cl-soft", "cl-small");
        Facts facts =
                new Facts()
                        .fact("Characters", mono(track.text()))
                        .fact("Packed", mono(spaced(track.packed())));
        return Sheet.body(facts, cells, legend);
    }

    /** What the encoder on the line is sent for this card, piece by piece. */
    static Sheet encoder(StripeSample sample) {
        Facts facts = new Facts();
        EncoderBytes.msr605(text(sample, 1), text(sample, 2), text(sample, 3))
                .forEach(piece -> facts.fact(piece.meaning(), mono(spaced(piece.hex()))));
        return new Sheet("To the encoder (MSR605)", Sheet.body(facts));
    }

    /** Empty where the sample has no such track. */
    private static String text(StripeSample sample, int number) {
        return sample.tracks().stream()
                .filter(track -> track.number() == number)
                .map(TrackSample::text)
                .findFirst()
                .orElse("");
    }

    static Component mono(String text) {
        Span span = new Span(text);
        span.addClassName("cl-digest");
        return span;
    }

    private static ListItem cell(TrackCharacter character) {
        Span symbol = new Span(character.symbol().equals(" ") ? "\u2423" : character.symbol());
        symbol.addClassName("cl-symbol");
        Span parity = new Span(String.valueOf(character.parity()));
        parity.addClassName("cl-parity");
        Span bits = new Span(new Span(character.data()), parity);
        bits.addClassName("cl-bits");
        ListItem cell = new ListItem(symbol, bits);
        cell.getElement().setAttribute("data-part", character.part().name());
        return cell;
    }

    private static String spaced(String hex) {
        return hex.replaceAll("(..)(?=.)", "$1 ");
    }
}
