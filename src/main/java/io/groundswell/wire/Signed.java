package io.groundswell.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what may also be called without a credential, by whoever has an address with a signature in it. Such a call has no
 * caller, and the resource itself must check the signature.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Signed {
    /** The query parameter that carries the signature. */
    String PARAM = "signature";
}
