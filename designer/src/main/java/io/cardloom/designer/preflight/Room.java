package io.cardloom.designer.preflight;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where ink may stand on a face.
 *
 * @param within the area it has to stay in, micrometers
 * @param taken areas in there that are not free
 */
record Room(Rectangle2D within, List<Rectangle2D> taken) {

    private static final double GAP = 500;

    /** How far to move, whole micrometers. */
    record Shift(int x, int y) {

        private double length() {
            return Math.hypot(x, y);
        }
    }

    /** This room with more taken. */
    Room and(List<Rectangle2D> more) {
        List<Rectangle2D> all = new ArrayList<>(taken);
        all.addAll(more);
        return new Room(within, all);
    }

    /** The shortest move that brings this ink into the free room; empty when none does. */
    Optional<Shift> shift(Rectangle2D ink) {
        if (ink.getWidth() > within.getWidth() || ink.getHeight() > within.getHeight()) {
            return Optional.empty();
        }
        Optional<Shift> best = Optional.empty();
        for (double x : places(ink, true)) {
            for (double y : places(ink, false)) {
                Shift shift = new Shift(whole(x - ink.getX()), whole(y - ink.getY()));
                if (isFree(ink, shift)
                        && (best.isEmpty() || shift.length() < best.get().length())) {
                    best = Optional.of(shift);
                }
            }
        }
        return best;
    }

    /** Where ink of this size may begin: where it is, and beside all that is taken. */
    private List<Double> places(Rectangle2D ink, boolean across) {
        double size = across ? ink.getWidth() : ink.getHeight();
        double least = across ? within.getMinX() : within.getMinY();
        double most = (across ? within.getMaxX() : within.getMaxY()) - size;
        List<Double> places = new ArrayList<>();
        places.add(Math.clamp(across ? ink.getX() : ink.getY(), least, most));
        for (Rectangle2D area : taken) {
            double before = (across ? area.getMinX() : area.getMinY()) - GAP - size;
            double after = (across ? area.getMaxX() : area.getMaxY()) + GAP;
            if (before >= least) {
                places.add(before);
            }
            if (after <= most) {
                places.add(after);
            }
        }
        return places;
    }

    private boolean isFree(Rectangle2D ink, Shift shift) {
        Rectangle2D moved =
                new Rectangle2D.Double(
                        ink.getX() + shift.x,
                        ink.getY() + shift.y,
                        ink.getWidth(),
                        ink.getHeight());
        return taken.stream().noneMatch(area -> area.intersects(moved));
    }

    private static int whole(double value) {
        return (int) (value < 0 ? Math.floor(value) : Math.ceil(value));
    }
}
