package io.cardloom.portal.demo;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives the editor's tests one desk between them; it is closed after the last of all tests. */
final class SharedDesk implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == EditorDesk.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ApplicationContext portal = SpringExtension.getApplicationContext(test);
        String port = portal.getEnvironment().getRequiredProperty("local.server.port");
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(EditorDesk.class))
                .computeIfAbsent(
                        "desk",
                        key -> EditorDesk.open(portal, Integer.parseInt(port)),
                        EditorDesk.class);
    }
}
