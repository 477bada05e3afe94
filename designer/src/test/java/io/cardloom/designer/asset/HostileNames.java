package io.cardloom.designer.asset;

/** Names that are more than a name. */
final class HostileNames {

    private HostileNames() {}

    static void addTo(Corpus all) {
        names(all);
    }

    private static void names(Corpus all) {
        all.add("name with folders", "../../../etc/cron.d/evil.png", Corpus.TAKEN, () -> png(1));
        all.add(
                "name with Windows folders",
                "..\\..\\windows\\evil.png",
                Corpus.TAKEN,
                () -> png(2));
        all.add("name that is read backwards", "evil\u202Egnp.exe.png", Corpus.TAKEN, () -> png(3));
        all.add(
                "name with an end in its middle",
                "evil.png\u0000.exe",
                "UPLOAD_NAME_MISMATCH",
                () -> png(4));
        all.add(
                "name of 5,000 characters",
                "" + "e".repeat(5_000) + ".png",
                Corpus.TAKEN,
                () -> png(5));
        all.add("no name", "", Corpus.TAKEN, () -> png(6));
        all.add("name of line breaks", "evil\r\nSet-Cookie: a=b.png", Corpus.TAKEN, () -> png(7));
        all.add("name of a folder", "evil/", Corpus.TAKEN, () -> png(8));
        all.add(
                "name with a script",
                "<img src=x onerror=alert(1)>.png",
                Corpus.TAKEN,
                () -> png(9));
    }

    /** A sound picture, another one each time. */
    private static byte[] png(int number) {
        return Forge.png(40 + number, 30);
    }
}
