package io.groundswell.wire;

import io.groundswell.text.Blank;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a text that may be left out, but says something when it is there. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@Constraint(validatedBy = NeverBlank.OfString.class)
public @interface NeverBlank {
    String message() default "must not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class OfString implements ConstraintValidator<NeverBlank, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || !Blank.is(text);
        }
    }
}
