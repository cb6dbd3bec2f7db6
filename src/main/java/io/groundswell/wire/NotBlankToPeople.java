package io.groundswell.wire;

import io.groundswell.text.Blank;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** Has {@code @NotBlank} refuse all that is blank to people. By itself it lets pass what is no whitespace, but shows nothing either. */
@ApplicationScoped
public class NotBlankToPeople implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        // The one for all sequences of characters stays, and this is nearer to a string.
        mapping.constraintDefinition(NotBlank.class)
                .includeExistingValidators(true)
                .validatedBy(OfString.class);
        configuration.addMapping(mapping);
    }

    @RegisterForReflection
    public static class OfString implements ConstraintValidator<NotBlank, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text != null && !Blank.is(text);
        }
    }
}
