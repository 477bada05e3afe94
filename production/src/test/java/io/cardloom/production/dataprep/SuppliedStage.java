package io.cardloom.production.dataprep;

import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.intake.form.ListColumn;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.intake.form.ListSource;
import io.cardloom.tenancy.fixture.IssuerWorld;
import java.util.EnumMap;
import java.util.Map;

/** Has an issuer's tracks come with its lists. */
final class SuppliedStage {

    private static final String USUAL = "00000{CVV}";

    private SuppliedStage() {}

    /** All three tracks, in columns that are called by our own words. */
    static void switchOn(StripeFormats formats, ListForms lists, IssuerWorld world) {
        say(formats, world, SuppliedTracks.ALL);
        Map<ListColumn, ListSource> sources = new EnumMap<>(ListForm.STANDARD.sources());
        ListColumn.of(SuppliedTracks.ALL).stream()
                .filter(ListColumn::isTrack)
                .forEach(c -> sources.put(c, new ListSource.FromColumn(c.word())));
        ListForm standard = ListForm.STANDARD;
        int version = lists.current(world.administrator(), world.program()).number();
        lists.save(
                world.administrator(),
                world.program(),
                version,
                new ListForm(
                        standard.file(),
                        sources,
                        standard.leftOut(),
                        standard.expiry(),
                        standard.capitals(),
                        standard.badRows(),
                        standard.plainUpload()));
    }

    /** Which tracks come from now on. */
    static void say(StripeFormats formats, IssuerWorld world, SuppliedTracks tracks) {
        formats.configure(
                world.administrator(),
                world.program(),
                new StripePatterns(USUAL, USUAL, null, tracks));
    }
}
