package io.cardloom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.cardloom.portal.component.Notice;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when a click meets a refusal that nobody caught, or an error. */
@SpringComponent
class CalmErrors implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CalmErrors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        @Nullable Refusal refusal = refusal(event.getThrowable());
        @Nullable UI ui = UI.getCurrent();
        if (refusal != null) {
            if (ui != null) {
                Notice.refused(refusal);
            }
            return;
        }
        if (goneAway(event.getThrowable())) {
            LOG.debug("A browser went away before its answer", event.getThrowable());
            return;
        }
        String reference = log(event.getThrowable());
        if (ui != null) {
            Notice.unexpected(reference);
        }
    }

    /** Whether nobody is there any more to be answered: a closed tab, a lost network. */
    private static boolean goneAway(Throwable error) {
        return error instanceof ClientAbortException
                || error.getCause() instanceof ClientAbortException;
    }

    /** Writes the error into the log and gives the reference that finds it there. */
    static String log(Throwable error) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes);
        LOG.error("Unexpected, reference {}", reference, error);
        return reference;
    }

    /** The refusal inside, as deep as it may sit; null when there is none. */
    static @Nullable Refusal refusal(@Nullable Throwable error) {
        @Nullable Throwable cause = error;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
