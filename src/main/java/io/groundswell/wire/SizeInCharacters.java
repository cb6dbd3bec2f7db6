package io.groundswell.wire;

import io.groundswell.text.Characters;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** Has {@code @Size} count the characters of a text, as the documents say. By itself it counts twice those that take two of Java's. */
@ApplicationScoped
public class SizeInCharacters implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        // The one for all sequences of characters stays, and this is nearer to a string.
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(OfString.class);
        configuration.addMapping(mapping);
    }

    @RegisterForReflection
    public static class OfString implements ConstraintValidator<Size, String> {
        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var characters = Characters.count(text);
            return characters >= least && characters <= most;
        }
    }
}
