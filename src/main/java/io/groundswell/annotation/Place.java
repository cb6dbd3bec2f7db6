package io.groundswell.annotation;

/**
 * The thing that an annotation is attached to.
 *
 * @param entityId of the organization itself where that is the scope
 * @param missionId the mission that the thing is, or is part of; null where there is none
 */
record Place(Scope scope, String entityId, String missionId) {
    static Place organization(String id) {
        return new Place(Scope.ORGANIZATION, id, null);
    }

    static Place mission(String id) {
        return new Place(Scope.MISSION, id, id);
    }

    static Place tracked(TrackedThing thing) {
        return new Place(thing.scope(), thing.id().toString(), null);
    }

    static Place content(String id, String missionId) {
        return new Place(Scope.CONTENT, id, missionId);
    }
}
