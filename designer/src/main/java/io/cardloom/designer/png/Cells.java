package io.cardloom.designer.png;

import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a band are cut: short cells where files differ, long ones where they do not.
 *
 * @param starts first pixel of each cell, and at last the width
 * @param live whether a cell may change
 * @param of the number of each pixel's cell
 */
record Cells(int[] starts, boolean[] live, int[] of) {

    /** Pixels of a cell that may change, at most. */
    static final int WIDTH = 8;

    static Cells of(boolean[] livePixels) {
        List<Integer> starts = new ArrayList<>();
        int[] of = new int[livePixels.length];
        for (int x = 0; x < livePixels.length; x++) {
            boolean turn = x == 0 || livePixels[x] != livePixels[x - 1];
            if (turn || livePixels[x] && x - starts.getLast() == WIDTH) {
                starts.add(x);
            }
            of[x] = starts.size() - 1;
        }
        boolean[] live = new boolean[starts.size()];
        for (int i = 0; i < live.length; i++) {
            live[i] = livePixels[starts.get(i)];
        }
        starts.add(livePixels.length);
        return new Cells(starts.stream().mapToInt(Integer::intValue).toArray(), live, of);
    }

    int count() {
        return live.length;
    }
}
