package io.cardloom.designer.asset.decoder;

import io.cardloom.designer.asset.drawing.Drawing;
import io.cardloom.designer.asset.drawing.DrawingPainter;
import io.cardloom.designer.asset.picture.PictureDecoder;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import javax.imageio.ImageIO;

/**
 * The decoder's own JVM: reads jobs from standard input, writes answers to standard output, keeps
 * nothing. It ends by itself as soon as its input ends, that is when Cardloom ends, even in the
 * middle of a job; and with the first lack of memory.
 */
public final class DecoderMain {

    private static final long STACK = 16L << 20;

    private DecoderMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in), 65_536));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 65_536));
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        SynchronousQueue<Wire.Job> jobs = new SynchronousQueue<>();
        Thread worker = new Thread(null, () -> work(jobs, out), "decoder", STACK);
        worker.setDaemon(true);
        worker.start();
        out.writeInt(Wire.READY);
        out.flush();
        try {
            while (true) {
                jobs.put(Wire.readJob(in));
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void work(SynchronousQueue<Wire.Job> jobs, DataOutputStream out) {
        try {
            while (true) {
                answer(jobs.take(), out);
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static void answer(Wire.Job job, DataOutputStream out) throws IOException {
        Decoded made;
        try {
            made = decode(job);
        } catch (Refusal refusal) {
            Wire.write(out, refusal);
            return;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            Wire.write(out, Decoders.tooComplex());
            return;
        }
        Wire.write(out, made);
    }

    private static Decoded decode(Wire.Job job) throws IOException {
        return switch (job) {
            case Wire.PictureJob picture ->
                    new Decoded(PictureDecoder.decode(picture.file()), new byte[0]);
            case Wire.DrawingJob(byte[] svg) -> {
                Drawing drawing = Drawing.clean(svg);
                yield new Decoded(
                        PictureDecoder.drawn(DrawingPainter.paint(drawing), drawing.notes()),
                        drawing.svg());
            }
            case Wire.FontJob(byte[] file) -> {
                FontProbe.draw(file);
                yield Decoded.NOTHING;
            }
        };
    }
}
