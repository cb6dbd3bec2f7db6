package io.groundswell.wire.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;

/** What Bean Validation's annotations, and {@code @Schema}, add to the description of a value. */
final class Limits {
    private static final String VALIDATION = "jakarta.validation.constraints.";
    private static final Set<String> NEEDED = Set.of("NotNull", "NotBlank", "NotEmpty");

    private Limits() {}

    static boolean isNeeded(List<AnnotationInstance> annotations) {
        return annotations.stream()
                .map(annotation -> annotation.name().toString())
                .filter(name -> name.startsWith(VALIDATION))
                .anyMatch(name -> NEEDED.contains(name.substring(VALIDATION.length())));
    }

    static void add(Schema schema, List<AnnotationInstance> annotations) {
        for (var annotation : annotations) {
            switch (annotation.name().toString().replace(VALIDATION, "")) {
                case "NotBlank", "io.groundswell.wire.NeverBlank" -> schema.pattern("\\S");
                case "NotEmpty" -> notEmpty(schema);
                case "Size" -> size(schema, number(annotation, "min"), number(annotation, "max"));
                case "Min", "DecimalMin" -> schema.minimum(bound(annotation));
                case "Max", "DecimalMax" -> schema.maximum(bound(annotation));
                case "Positive" -> schema.exclusiveMinimum(BigDecimal.ZERO);
                case "PositiveOrZero" -> schema.minimum(BigDecimal.ZERO);
                case "Pattern" ->
                    schema.pattern(anchored(annotation.value("regexp").asString()));
                case "org.eclipse.microprofile.openapi.annotations.media.Schema" -> told(schema, annotation);
                default -> {} // Not about what a value may be.
            }
        }
    }

    private static void notEmpty(Schema schema) {
        if (is(schema, SchemaType.ARRAY)) {
            schema.minItems(1);
        } else {
            schema.minLength(1);
        }
    }

    private static void size(Schema schema, Integer least, Integer most) {
        if (is(schema, SchemaType.ARRAY)) {
            schema.minItems(least == null ? schema.getMinItems() : least).maxItems(most);
        } else if (is(schema, SchemaType.OBJECT)) {
            schema.minProperties(least).maxProperties(most);
        } else {
            schema.minLength(least).maxLength(most);
        }
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static Integer number(AnnotationInstance annotation, String name) {
        return annotation.value(name) == null ? null : annotation.value(name).asInt();
    }

    private static BigDecimal bound(AnnotationInstance annotation) {
        return new BigDecimal(annotation.value().value().toString());
    }

    /** Here it must fit the whole text, there it may stand anywhere. */
    private static String anchored(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static void told(Schema schema, AnnotationInstance annotation) {
        for (var value : annotation.values()) {
            switch (value.name()) {
                case "type" -> schema.setType(List.of(SchemaType.valueOf(value.asEnum())));
                case "description" -> schema.description(value.asString());
                case "format" -> schema.format(value.asString());
                case "pattern" -> schema.pattern(value.asString());
                case "defaultValue" -> schema.defaultValue(preset(schema, value.asString()));
                case "enumeration" -> schema.enumeration(List.of((Object[]) value.asStringArray()));
                default -> {} // Read elsewhere.
            }
        }
    }

    private static Object preset(Schema schema, String text) {
        if (is(schema, SchemaType.BOOLEAN)) {
            return Boolean.valueOf(text);
        }
        return is(schema, SchemaType.INTEGER) || is(schema, SchemaType.NUMBER) ? new BigDecimal(text) : text;
    }
}
