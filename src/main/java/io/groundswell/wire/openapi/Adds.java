package io.groundswell.wire.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the class that fills a field which objects have only when they are asked for it: its name, and of what type it is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Adds {
    String field();

    Class<?> type();

    /** The record of the page, when it is one of a list of that type. */
    Class<?> in() default void.class;
}
