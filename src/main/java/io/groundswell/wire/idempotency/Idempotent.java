package io.groundswell.wire.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours {@code Idempotency-Key}: a repeat of a call gets the answer of the first one and does nothing.
 *
 * <p>The key is reserved in the transaction of the effect, so both are stored or neither. A call that talks to the
 * outside may not hold a transaction open: it is {@code detached}, and its key is reserved before it begins, until it ends. What it
 * stores here belongs into a {@link KeyedCommit}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {
    @Nonbinding
    boolean detached() default false;

    /** The answer holds a secret: it is kept sealed, and repeated only to the credential that made the first call. */
    @Nonbinding
    boolean sealed() default false;
}
