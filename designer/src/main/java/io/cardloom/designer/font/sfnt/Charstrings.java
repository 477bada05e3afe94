package io.cardloom.designer.font.sfnt;

/**
 * Walks the drawings of a compact font (Adobe Technical Note 5177): each ends, none calls itself,
 * none takes more numbers than there are.
 */
final class Charstrings {

    private static final int MOST_NUMBERS = 48;
    private static final int DEEPEST = 10;
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_STEPS_IN_ALL = 40_000_000;
    private static final int MOST_HINTS = 96;

    private final Table cff;
    private final CompactFont.Index global;
    private final double[] numbers = new double[MOST_NUMBERS];
    private int count;
    private int hints;
    private int steps;
    private int stepsInAll;
    private boolean ended;

    Charstrings(Table cff, CompactFont.Index global) {
        this.cff = cff;
        this.global = global;
    }

    void walk(Table drawing, CompactFont.Index own) {
        count = 0;
        hints = 0;
        steps = 0;
        ended = false;
        run(drawing, own, 0);
        if (!ended) {
            throw cff.damaged("has a drawing without end");
        }
    }

    private void run(Table code, CompactFont.Index own, int depth) {
        if (depth > DEEPEST) {
            throw cff.damaged("has a drawing that calls itself, or too deeply");
        }
        int at = 0;
        while (at < code.length() && !ended) {
            step();
            int first = code.u8(at++);
            if (first >= 32 || first == 28) {
                push(number(code, at, first));
                at += width(first);
                continue;
            }
            switch (first) {
                case 1, 3, 18, 23 -> hint();
                case 19, 20 -> {
                    hint();
                    at += code.part(at, (hints + 7) / 8).length();
                }
                case 4, 5, 6, 7, 8, 21, 22, 24, 25, 26, 27, 30, 31 -> count = 0;
                case 10 -> run(called(own), own, depth + 1);
                case 29 -> run(called(global), own, depth + 1);
                case 11 -> {
                    if (depth == 0) {
                        throw cff.damaged("has a drawing that returns to nowhere");
                    }
                    return;
                }
                case 12 -> flex(code.u8(at++));
                case 14 -> ended = true;
                default -> throw cff.damaged("draws in a way that is not known");
            }
        }
    }

    private void step() {
        if (++steps > MOST_STEPS || ++stepsInAll > MOST_STEPS_IN_ALL) {
            throw cff.damaged("has a drawing of too many steps");
        }
    }

    private void hint() {
        hints += count / 2;
        count = 0;
        if (hints > MOST_HINTS) {
            throw cff.damaged("has a drawing of too many hints");
        }
    }

    private void flex(int operator) {
        if (operator < 34 || operator > 37) {
            throw cff.damaged("calculates while it draws, which no font for print does");
        }
        count = 0;
    }

    private Table called(CompactFont.Index subroutines) {
        if (count == 0) {
            throw cff.damaged("has a drawing that calls nothing");
        }
        int bias =
                subroutines.count() < 1_240 ? 107 : subroutines.count() < 33_900 ? 1_131 : 32_768;
        double number = numbers[--count] + bias;
        if (number < 0 || number >= subroutines.count() || number != Math.rint(number)) {
            throw cff.damaged("has a drawing that calls what is not there");
        }
        return subroutines.get((int) number);
    }

    private void push(double number) {
        if (count == MOST_NUMBERS) {
            throw cff.damaged("has a drawing of too many numbers");
        }
        numbers[count++] = number;
    }

    private static int width(int first) {
        return switch (first) {
            case 28 -> 2;
            case 255 -> 4;
            default -> first >= 247 ? 1 : 0;
        };
    }

    private static double number(Table code, int at, int first) {
        if (first == 28) {
            return code.s16(at);
        }
        if (first == 255) {
            return (int) code.u32(at) / 65_536.0;
        }
        if (first <= 246) {
            return first - 139;
        }
        return first <= 250
                ? (first - 247) * 256 + code.u8(at) + 108
                : -(first - 251) * 256 - code.u8(at) - 108;
    }
}
