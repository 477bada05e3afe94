package io.cardloom.designer.asset.decoder;

import io.cardloom.designer.asset.picture.Master;
import io.cardloom.designer.asset.picture.PictureFile;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames between Cardloom and its decoder: numbers big-endian, byte strings with their length
 * in front. Cardloom believes no length and no word of the decoder without a bound.
 */
final class Wire {

    /** The decoder's first word, once it listens. */
    static final int READY = 0x434C4431;

    private static final int JOB = 0x434C4A31;
    private static final int LONGEST_JOB = 48 << 20;
    private static final int LONGEST_ANSWER = 128 << 20;
    private static final int MOST_NOTES = 32;

    /** Work for the decoder. */
    sealed interface Job {}

    /** A walked picture to make a master of. */
    record PictureJob(PictureFile file) implements Job {}

    /** An SVG file to clean and draw. */
    record DrawingJob(byte[] svg) implements Job {}

    /** A font, made anew, to draw every letter of. */
    record FontJob(byte[] file) implements Job {}

    private Wire() {}

    static void write(DataOutputStream out, Job job) throws IOException {
        out.writeInt(JOB);
        switch (job) {
            case PictureJob(PictureFile file) -> {
                out.writeByte(file.format() == PictureFile.Format.PNG ? 'P' : 'J');
                out.writeInt(file.width());
                out.writeInt(file.height());
                out.writeByte(file.bytesPerPixel());
                bytes(out, file.content());
                bytes(out, file.profile());
                out.writeByte(file.orientation());
            }
            case DrawingJob(byte[] svg) -> {
                out.writeByte('S');
                bytes(out, svg);
            }
            case FontJob(byte[] file) -> {
                out.writeByte('F');
                bytes(out, file);
            }
        }
        out.flush();
    }

    static Job readJob(DataInputStream in) throws IOException {
        if (in.readInt() != JOB) {
            throw new IOException("not a job");
        }
        int kind = in.readUnsignedByte();
        if (kind == 'S') {
            return new DrawingJob(bytes(in, LONGEST_JOB));
        }
        if (kind == 'F') {
            return new FontJob(bytes(in, LONGEST_JOB));
        }
        return new PictureJob(
                new PictureFile(
                        kind == 'P' ? PictureFile.Format.PNG : PictureFile.Format.JPEG,
                        in.readInt(),
                        in.readInt(),
                        in.readUnsignedByte(),
                        bytes(in, LONGEST_JOB),
                        bytes(in, LONGEST_JOB),
                        in.readUnsignedByte(),
                        List.of()));
    }

    static void write(DataOutputStream out, Decoded made) throws IOException {
        Master master = made.master();
        out.writeByte('M');
        out.writeBoolean(master.png());
        out.writeInt(master.width());
        out.writeInt(master.height());
        out.writeByte(Math.min(master.notes().size(), MOST_NOTES));
        for (String note : master.notes().stream().limit(MOST_NOTES).toList()) {
            out.writeUTF(note);
        }
        bytes(out, master.content());
        bytes(out, made.svg());
        out.flush();
    }

    static void write(DataOutputStream out, Refusal refusal) throws IOException {
        out.writeByte('R');
        out.writeUTF(refusal.code());
        out.writeUTF(refusal.sentence());
        out.flush();
    }

    /**
     * @throws Refusal what the decoder said instead of a master
     */
    static Decoded readAnswer(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        if (kind == 'R') {
            throw refusal(in.readUTF(), in.readUTF());
        }
        if (kind != 'M') {
            throw new IOException("not an answer");
        }
        boolean png = in.readBoolean();
        int width = in.readInt();
        int height = in.readInt();
        if (width < 1 || height < 1 || Math.max(width, height) > Master.LONGEST_EDGE) {
            throw new IOException("not a master's measures");
        }
        int count = in.readUnsignedByte();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_NOTES); i++) {
            notes.add(in.readUTF());
        }
        byte[] content = bytes(in, LONGEST_ANSWER);
        byte[] svg = bytes(in, LONGEST_ANSWER);
        return new Decoded(new Master(png, width, height, content, notes), svg);
    }

    private static Refusal refusal(String code, String sentence) throws IOException {
        if (!code.matches("UPLOAD(_[A-Z]+)+") || sentence.length() > 1_000) {
            throw new IOException("not a refusal");
        }
        return Refusal.invalid(code, sentence);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("not a length");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut short");
        }
        return bytes;
    }
}
