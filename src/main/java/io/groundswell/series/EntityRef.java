package io.groundswell.series;

/** @param id {@link #OTHER} for what is left of a breakdown */
public record EntityRef(EntityType type, String id, String label) {
    static final String OTHER = "__other__";

    static EntityRef other(EntityType type) {
        return new EntityRef(type, OTHER, "Other");
    }
}
