package io.cardloom.portal.provider;

import java.util.List;

/** Sign-ins that anyone may use, shown on the sign-in page; only a demo has any. */
public interface DemonstrationSignIns {

    List<One> all();

    /**
     * One of them.
     *
     * @param duty what this person does, in a few words
     */
    record One(String email, String password, String name, String duty) {}
}
