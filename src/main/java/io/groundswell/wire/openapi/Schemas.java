package io.groundswell.wire.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** Describes Java's types as they go over the wire. Records and enums get a name, all else stands where it is used. */
final class Schemas {
    private static final DotName COLLECTION = DotName.createSimple(java.util.Collection.class);
    private static final DotName MAP = DotName.createSimple(Map.class);
    private static final DotName RESPONSE = DotName.createSimple(org.jboss.resteasy.reactive.RestResponse.class);

    private final IndexView index;
    private final Names names = new Names();
    private final Fields fields;
    private final Map<String, Schema> named = new TreeMap<>();

    Schemas(IndexView index) {
        this.index = index;
        this.fields = new Fields(index, this);
    }

    IndexView index() {
        return index;
    }

    /** Those that were asked for so far, by their names. */
    Map<String, Schema> named() {
        return named;
    }

    /** What a reference leads to. */
    Schema resolve(Schema schema) {
        return schema.getRef() == null ? schema : named.get(schema.getRef().replaceFirst(".*/", ""));
    }

    Schema of(Type type, Flavor flavor) {
        return of(type, flavor, Map.of());
    }

    Schema of(Type type, Flavor flavor, Map<String, Type> bound) {
        return switch (type.kind()) {
            case PRIMITIVE, CLASS -> simple(type.name(), flavor);
            case PARAMETERIZED_TYPE -> generic(type.asParameterizedType(), flavor, bound);
            case ARRAY -> array(type.asArrayType().constituent(), flavor, bound);
            case TYPE_VARIABLE -> of(bound.get(type.asTypeVariable().identifier()), flavor, bound);
            default -> throw new IllegalArgumentException("Nothing describes " + type);
        };
    }

    private Schema simple(DotName name, Flavor flavor) {
        var scalar = Scalars.of(name);
        if (scalar != null) {
            return scalar;
        }
        var type = index.getClassByName(name);
        if (type == null || !type.isEnum() && !type.isRecord()) {
            throw new IllegalArgumentException("Only records and enums can be described, not " + name);
        }
        return type.isEnum() ? choice(type) : object(type, flavor, names.of(type, flavor), Map.of());
    }

    private Schema choice(ClassInfo type) {
        return refer(
                names.of(type, Flavor.ANSWER),
                () -> OASFactory.createSchema().addType(SchemaType.STRING).enumeration(words(type)));
    }

    /** As the wire spells them. */
    static List<Object> words(ClassInfo type) {
        return type.enumConstants().stream()
                .map(FieldInfo::name)
                .<Object>map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Schema generic(ParameterizedType type, Flavor flavor, Map<String, Type> bound) {
        var last = type.arguments().get(type.arguments().size() - 1);
        if (type.name().equals(RESPONSE)) {
            return of(last, flavor, bound);
        }
        if (type.name().equals(MAP)) {
            return OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .additionalPropertiesSchema(of(last, flavor.ofParts(), bound));
        }
        var record = index.getClassByName(type.name());
        return record != null && record.isRecord() ? list(record, last, flavor) : array(last, flavor, bound);
    }

    /** A value of one of several types. */
    Schema anyOf(Type[] types, Flavor flavor) {
        var choice = OASFactory.createSchema();
        Stream.of(types).map(type -> of(type, flavor)).forEach(choice::addAnyOf);
        return choice;
    }

    private Schema array(Type item, Flavor flavor, Map<String, Type> bound) {
        var items = of(item, flavor.ofParts(), bound);
        Limits.add(items, item.annotations());
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    /** A record of one type variable: a page of a list, or what one thing comes in. */
    Schema list(ClassInfo record, Type item, Flavor flavor) {
        var bound = new HashMap<String, Type>();
        bound.put(record.typeParameters().get(0).identifier(), item);
        var name = names.of(index.getClassByName(item.name()), flavor)
                + (record.simpleName().endsWith("List") ? "List" : record.simpleName());
        return object(record, flavor, name, bound);
    }

    private Schema object(ClassInfo record, Flavor flavor, String name, Map<String, Type> bound) {
        return refer(name, () -> fields.describe(record, flavor, bound));
    }

    private Schema refer(String name, Supplier<Schema> description) {
        if (!named.containsKey(name)) {
            // First, for a type may hold itself.
            named.put(name, OASFactory.createSchema());
            named.put(name, description.get());
        }
        return OASFactory.createSchema().ref(name);
    }

    /** The same value, or null. */
    static Schema orNull(Schema schema) {
        if (schema.getRef() != null || schema.getEnumeration() != null) {
            var nothing = OASFactory.createSchema().addType(SchemaType.NULL);
            return OASFactory.createSchema().anyOf(new ArrayList<>(List.of(schema, nothing)));
        }
        return schema.getType() == null ? schema : schema.addType(SchemaType.NULL);
    }
}
