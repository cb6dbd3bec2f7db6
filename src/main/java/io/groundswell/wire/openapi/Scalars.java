package io.groundswell.wire.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.DotName;

/** Values without parts. */
final class Scalars {
    private record Form(List<SchemaType> types, String format) {
        Form(SchemaType type, String format) {
            this(List.of(type), format);
        }
    }

    private static final Form TEXT = new Form(SchemaType.STRING, null);
    private static final Form SWITCH = new Form(SchemaType.BOOLEAN, null);
    private static final Form SMALL = new Form(SchemaType.INTEGER, "int32");
    private static final Form LARGE = new Form(SchemaType.INTEGER, "int64");
    private static final Form FRACTION = new Form(SchemaType.NUMBER, "double");
    private static final Form NUMBER = new Form(SchemaType.NUMBER, null);
    private static final Form OBJECT = new Form(SchemaType.OBJECT, null);
    private static final Form SCALAR =
            new Form(List.of(SchemaType.STRING, SchemaType.NUMBER, SchemaType.BOOLEAN), null);
    private static final Form ANYTHING = new Form(List.of(), null);

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("java.lang.String", TEXT),
            Map.entry("boolean", SWITCH),
            Map.entry("java.lang.Boolean", SWITCH),
            Map.entry("int", SMALL),
            Map.entry("java.lang.Integer", SMALL),
            Map.entry("long", LARGE),
            Map.entry("java.lang.Long", LARGE),
            Map.entry("double", FRACTION),
            Map.entry("java.lang.Double", FRACTION),
            Map.entry("java.lang.Number", NUMBER),
            Map.entry("java.math.BigDecimal", NUMBER),
            Map.entry("java.lang.Object", ANYTHING),
            Map.entry("io.groundswell.wire.envelope.Nothing", new Form(SchemaType.NULL, null)),
            Map.entry("com.fasterxml.jackson.databind.JsonNode", ANYTHING),
            Map.entry("com.fasterxml.jackson.databind.node.ValueNode", SCALAR),
            Map.entry("com.fasterxml.jackson.databind.node.ObjectNode", OBJECT));

    private Scalars() {}

    /** Null for what has parts, or a list of its values. */
    static Schema of(DotName type) {
        var form = FORMS.get(type.toString());
        if (form == null) {
            return null;
        }
        var schema = OASFactory.createSchema().format(form.format());
        form.types().forEach(schema::addType);
        return schema;
    }
}
