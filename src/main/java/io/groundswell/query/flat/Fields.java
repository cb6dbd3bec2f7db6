package io.groundswell.query.flat;

import io.groundswell.query.EventField;
import io.groundswell.query.Filter;
import io.groundswell.query.Operator;
import io.groundswell.query.flat.QueryForm.FilterForm;
import io.groundswell.shared.Refusal;
import io.groundswell.traffic.PropertyKey;
import io.groundswell.traffic.TrafficError;
import java.math.BigDecimal;
import java.util.Map;

/** Reads filters. */
final class Fields {
    private static final String PROPERTIES = "properties.";
    private static final String TIMESTAMP = "timestamp";
    private static final Map<String, EventField> FIELDS = Map.of(
            "event",
            EventField.EVENT,
            "user_id",
            EventField.USER_ID,
            "date",
            EventField.DATE,
            "country",
            EventField.COUNTRY,
            "session_id",
            EventField.SESSION_ID,
            TIMESTAMP,
            EventField.TIMESTAMP);

    private Fields() {}

    /** @param param that holds it */
    static Filter read(String param, FilterForm form) {
        if (form == null) {
            throw Refusal.invalid(param, "%s must be an object with field, op and value", param);
        }
        var operator = operator(param + ".op", form.op());
        var value = FilterValues.read(param + ".value", form.value());
        if (form.field() == null) {
            throw Refusal.invalid(param + ".field", "%s.field is required", param);
        }
        if (form.field().startsWith(PROPERTIES)) {
            var key = PropertyKey.require(param + ".field", form.field().substring(PROPERTIES.length()));
            return new Filter(
                    form.field(), bound -> EventField.property(key, bound), operator, texts(param, operator, value));
        }
        var field = FIELDS.get(form.field());
        if (field == null) {
            throw Refusal.on(
                    TrafficError.INVALID_FILTER_FIELD,
                    param + ".field",
                    "%s.field must be event, user_id, date, country, session_id, timestamp or properties.<key>",
                    param);
        }
        return new Filter(
                form.field(),
                bound -> field,
                operator,
                form.field().equals(TIMESTAMP) ? time(param, operator, value) : texts(param, operator, value));
    }

    private static Operator operator(String param, String op) {
        if (op == null) {
            throw Refusal.invalid(param, "%s is required", param);
        }
        return Operator.of(op)
                .orElseThrow(() -> Refusal.on(
                        TrafficError.INVALID_FILTER_OP,
                        param,
                        "%s must be eq, neq, gt, lt, gte, lte or contains",
                        param));
    }

    private static Object texts(String param, Operator operator, Object value) {
        if (operator == Operator.CONTAINS && !(value instanceof String)) {
            throw Refusal.invalid(param + ".value", "%s.value must be a text, for texts contain only texts", param);
        }
        return value;
    }

    private static Object time(String param, Operator operator, Object value) {
        if (operator == Operator.CONTAINS) {
            throw Refusal.on(
                    TrafficError.INVALID_FILTER_OP, param + ".op", "%s.op must not be contains for a timestamp", param);
        }
        if (value instanceof BigDecimal) {
            return value;
        }
        return Times.milliseconds(value)
                .orElseThrow(() -> Refusal.invalid(
                        param + ".value", "%s.value must be Unix milliseconds or an ISO 8601 time", param));
    }
}
