package io.cardloom.production.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True in a process that may hold keys. */
final class WhereKeysAre implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return ProcessRole.of(context.getEnvironment()).holdsKeys();
    }
}
