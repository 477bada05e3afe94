package io.cardloom.tenancy.audit;

import java.util.Random;

/** Account numbers made up at test time, with a right check digit (ISO/IEC 7812-1, annex B). */
final class TestPan {

    private TestPan() {}

    static String next(int length) {
        Random random = new Random(7812);
        StringBuilder digits = new StringBuilder("4");
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = digits.charAt(i) - '0';
            int weighed = place % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits.append((10 - sum % 10) % 10).toString();
    }
}
