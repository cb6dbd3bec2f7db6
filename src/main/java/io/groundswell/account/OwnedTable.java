package io.groundswell.account;

import java.util.List;

/**
 * A table that holds rows of organizations, and how those of one are found.
 *
 * @param condition of the rows {@code t} that belong to {@code :organization}
 * @param withheld columns that nobody is given: secrets, and hashes of them
 * @param large whether one row may be megabytes
 * @param following whether its rows go by themselves when what they belong to is gone: by triggers, and by rounds
 */
record OwnedTable(String name, String condition, List<String> withheld, boolean large, boolean following) {
    /** Whatever has an organization beside it, and an index that begins with it or few rows. */
    static OwnedTable of(String name, String... withheld) {
        return new OwnedTable(name, "t.organization_id = :organization", List.of(withheld), false, false);
    }

    /** What belongs to a thing that is owned. */
    static OwnedTable below(String name, String column, String owner, String key, String... withheld) {
        var condition =
                "t.%s in (select o.%s from %s o where o.organization_id = :organization)".formatted(column, key, owner);
        return new OwnedTable(name, condition, List.of(withheld), false, false);
    }

    OwnedTable inLargeRows() {
        return new OwnedTable(name, condition, withheld, true, following);
    }

    OwnedTable thatFollows() {
        return new OwnedTable(name, condition, withheld, large, true);
    }

    /** The table in the order in which it is kept, as nobody needs another one. */
    String query() {
        return "select cast(to_jsonb(t) - cast(:withheld as text[]) as text) as row from %s t where %s"
                .formatted(name, condition);
    }

    /** Deletes some of the rows: with none that others change meanwhile left out, so that it deletes nothing when nothing is left. */
    String deletion() {
        return """
                delete from %1$s where ctid = any (array(
                    select t.ctid from %1$s t where %2$s limit :rows for update of t))""".formatted(name, condition);
    }
}
