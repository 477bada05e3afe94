package io.cardloom.tenancy.isolation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity that deliberately belongs to no tenant: a directory by which a tenant is found.
 * Every other entity has a {@code @TenantId}, or Cardloom does not start.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CrossTenant {

    /** Why no tenant owns these rows. */
    String value();
}
