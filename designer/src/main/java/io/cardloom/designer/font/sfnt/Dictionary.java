package io.cardloom.designer.font.sfnt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Settings of a compact font (Adobe Technical Note 5176, 4): operators and the numbers before. */
final class Dictionary {

    private static final int MOST_NUMBERS = 48;
    private static final String NIBBLES = "0123456789.EX -";

    private final Table table;
    private final double[] numbers = new double[MOST_NUMBERS];
    private int count;
    private int at;

    private Dictionary(Table table) {
        this.table = table;
    }

    /** By operator; those of two bytes are 0xc00 and more. */
    static Map<Integer, double[]> read(Table table) {
        return new Dictionary(table).read();
    }

    private Map<Integer, double[]> read() {
        Map<Integer, double[]> settings = new HashMap<>();
        while (at < table.length()) {
            int first = table.u8(at++);
            if (first <= 21) {
                int operator = first == 12 ? 0xc00 | table.u8(at++) : first;
                settings.put(operator, Arrays.copyOf(numbers, count));
                count = 0;
            } else {
                push(number(first));
            }
        }
        return settings;
    }

    private void push(double number) {
        if (count == MOST_NUMBERS) {
            throw table.damaged("has too many numbers in a setting");
        }
        numbers[count++] = number;
    }

    private double number(int first) {
        if (first == 28) {
            at += 2;
            return table.s16(at - 2);
        }
        if (first == 29) {
            at += 4;
            return (int) table.u32(at - 4);
        }
        if (first == 30) {
            return real();
        }
        if (first >= 32 && first <= 246) {
            return first - 139;
        }
        if (first >= 247 && first <= 250) {
            return (first - 247) * 256 + table.u8(at++) + 108;
        }
        if (first >= 251 && first <= 254) {
            return -(first - 251) * 256 - table.u8(at++) - 108;
        }
        throw table.damaged("has a setting that is no number");
    }

    private double real() {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < 64) {
            int two = table.u8(at++);
            for (int nibble : new int[] {two >> 4, two & 15}) {
                if (nibble == 15) {
                    return parsed(digits.toString());
                }
                char sign = NIBBLES.charAt(nibble);
                if (sign == ' ') {
                    throw table.damaged("has a setting that is no number");
                }
                digits.append(sign == 'X' ? "E-" : Character.toString(sign));
            }
        }
        throw table.damaged("has a number without end");
    }

    private double parsed(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw table.damaged("has a setting that is no number");
        }
    }
}
