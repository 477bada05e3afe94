package io.cardloom.designer.template;

import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;

/** The designer room in a process of its own, which works rebrands off until it is killed. */
final class RebrandChild {

    private RebrandChild() {}

    public static void main(String[] args) throws Exception {
        new SpringApplication(Class.forName("io.cardloom.designer.DesignerTests")).run(args);
        new CountDownLatch(1).await();
    }
}
