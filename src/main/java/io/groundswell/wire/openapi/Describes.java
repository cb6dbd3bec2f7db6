package io.groundswell.wire.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an interface of an edge: what the document says of a core record's components as input, for the core is free of
 * such annotations. Its methods are named as the components are; their types mean nothing but for what stands on them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Describes {
    Class<?> value();
}
