package io.groundswell.wire.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.groundswell.wire.Json;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Describes a record's components as the fields of an object. */
final class Fields {
    private static final String SCHEMA = org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName();

    private static final String NEVER_NULL = NeverNull.class.getName();

    private final IndexView index;
    private final Schemas schemas;

    Fields(IndexView index, Schemas schemas) {
        this.index = index;
        this.schemas = schemas;
    }

    Schema describe(ClassInfo record, Flavor flavor, Map<String, Type> bound) {
        var object = OASFactory.createSchema().addType(SchemaType.OBJECT);
        find(List.copyOf(record.declaredAnnotations()), SCHEMA, "description")
                .ifPresent(meaning -> object.description(meaning.asString()));
        for (var component : record.recordComponentsInDeclarationOrder()) {
            var field = record.field(component.name());
            if (field.hasAnnotation(Expanded.class)) {
                addExpansions(object, field, flavor);
            } else if (!isHidden(field)) {
                addField(object, record, field, flavor, bound);
            }
        }
        return object;
    }

    private static boolean isHidden(FieldInfo field) {
        return find(field.declaredAnnotations(), SCHEMA, "hidden")
                .map(AnnotationValue::asBoolean)
                .orElse(false);
    }

    private void addField(Schema object, ClassInfo record, FieldInfo field, Flavor flavor, Map<String, Type> bound) {
        var edge = edge(record, field.name());
        var notes = new ArrayList<>(field.declaredAnnotations());
        // What callers may send says little about what we do.
        edge.filter(told -> flavor != Flavor.ANSWER || told.kind() == AnnotationTarget.Kind.FIELD)
                .ifPresent(told -> notes.addAll(told.declaredAnnotations()));
        var type = edge.filter(told -> told.kind() == AnnotationTarget.Kind.METHOD && flavor != Flavor.ANSWER)
                .map(told -> told.asMethod().returnType())
                .orElse(field.type());
        var schema = find(notes, SCHEMA, "implementation")
                .map(meant -> schemas.of(meant.asClass(), Flavor.PATCH))
                .or(() -> find(notes, SCHEMA, "anyOf").map(meant -> schemas.anyOf(meant.asClassArray(), flavor)))
                .orElseGet(() -> schemas.of(type, flavor, bound));
        var name = find(notes, JsonProperty.class.getName(), "value")
                .map(AnnotationValue::asString)
                .orElse(Json.wireName(field.name()));
        if (flavor == Flavor.ANSWER) {
            Formats.add(schema, name);
        }
        Limits.add(schema, notes);
        object.addProperty(name, mayBeNull(field, notes, flavor) ? Schemas.orNull(schema) : schema);
        if (isAlwaysThere(record, field, notes, flavor)) {
            object.addRequired(name);
        }
    }

    /** What an edge tells of a core record's component, by the same name. */
    private Optional<Declaration> edge(ClassInfo record, String name) {
        return index.getAnnotations(Describes.class).stream()
                .filter(note -> note.value().asClass().name().equals(record.name()))
                .map(note -> note.target().asClass())
                .<Declaration>map(edge -> edge.isInterface() ? edge.method(name) : edge.field(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<AnnotationValue> find(List<AnnotationInstance> notes, String annotation, String value) {
        return notes.stream()
                .filter(note -> note.name().toString().equals(annotation) && note.value(value) != null)
                .map(note -> note.value(value))
                .findFirst();
    }

    private static boolean mayBeNull(FieldInfo field, List<AnnotationInstance> notes, Flavor flavor) {
        if (flavor == Flavor.ANSWER) {
            // What is left out unless it is asked for may be null when it is.
            var told = find(notes, SCHEMA, "nullable").map(AnnotationValue::asBoolean);
            return told.orElseGet(
                    () -> field.hasAnnotation(Nullable.class) && !isLeftOut(field.declaringClass(), field));
        }
        var isRefused = Limits.isNeeded(notes)
                || notes.stream().anyMatch(note -> note.name().toString().equals(NEVER_NULL));
        return !isRefused && (flavor == Flavor.PATCH || field.type().kind() != Type.Kind.PRIMITIVE);
    }

    private static boolean isAlwaysThere(
            ClassInfo record, FieldInfo field, List<AnnotationInstance> notes, Flavor flavor) {
        return switch (flavor) {
            case ANSWER -> !isLeftOut(record, field);
            case REQUEST -> Limits.isNeeded(notes);
            case PATCH -> false;
        };
    }

    /** Rather than null. */
    private static boolean isLeftOut(ClassInfo record, FieldInfo field) {
        return field.hasAnnotation(JsonInclude.class)
                || record.hasDeclaredAnnotation(JsonInclude.class) && field.hasAnnotation(Nullable.class);
    }

    private void addExpansions(Schema object, FieldInfo field, Flavor flavor) {
        var filling = field.annotation(Expanded.class).value().asClass().name();
        index.getAllKnownImplementations(filling).stream()
                .map(filler -> filler.annotation(Adds.class))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(adds -> adds.value("field").asString()))
                .forEach(adds ->
                        object.addProperty(adds.value("field").asString(), Schemas.orNull(added(adds, flavor))));
    }

    private Schema added(AnnotationInstance adds, Flavor flavor) {
        var type = adds.value("type").asClass();
        return adds.value("in") == null
                ? schemas.of(type, flavor)
                : schemas.list(index.getClassByName(adds.value("in").asClass().name()), type, flavor);
    }
}
