package io.groundswell.wire.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a query parameter may say: names of an enum, or some words. Several are separated by commas, unless one is asked for. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Choices {
    Class<? extends Enum<?>> value() default Words.class;

    String[] words() default {};

    boolean several() default true;

    /** Stands for no enum: the words say it all. */
    enum Words {}
}
