package io.groundswell.wire.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the map whose entries become fields of an object: the interface of those that fill it, each of which {@link Adds} one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Expanded {
    Class<?> value();
}
