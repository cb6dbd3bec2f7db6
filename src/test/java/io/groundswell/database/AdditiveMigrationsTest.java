package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Migrations add. What an earlier version reads and writes stays, so that instances of both work while one replaces the other. */
class AdditiveMigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern ALTER = Pattern.compile("alter table (\\w+)\\s+(.*)");
    private static final Pattern RENAME = Pattern.compile("alter table \\w+ rename to (\\w+)");
    private static final Pattern UNIQUE = Pattern.compile("create unique index \\w+ on (\\w+) .*");
    private static final Pattern CREATE = Pattern.compile("create (?:unlogged )?table (\\w+) .*");

    /** All that takes something away. Nothing of it was released before it: with the first release nothing may be added here. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry(
                    "V8 alter table mission_creation rename to creation", "It counts more than missions from then on"),
            Map.entry("V8 alter table creation alter column what drop default", "Each writer says what it made"),
            Map.entry(
                    "V15 alter table audit_entry drop constraint audit_entry_pkey",
                    "The trail is paged by a public id"),
            Map.entry("V15 alter table audit_entry drop column id", "The same: the number was shown to nobody"),
            Map.entry("V15 alter table audit_entry rename column public_id to id", "The same"),
            Map.entry(
                    "V15 alter table audit_entry rename column subject_id to subject",
                    "What it names need not be an id"),
            Map.entry(
                    "V24 alter table published_post drop constraint published_post_content_id_fkey",
                    "The order of locks: a post goes with what was measured of it"),
            Map.entry(
                    "V27 create unique index site_number on site (number)",
                    "Cannot meet equal ones: the same migration numbers all sites"),
            Map.entry(
                    "V37 create unique index video_address on video (program_id, url) where platform_id is null",
                    "Could meet equal addresses from V36; no server ran that version alone"),
            Map.entry("V15 alter table audit_entry add primary key (id)", "The same"),
            Map.entry(
                    "V24 alter table published_post add foreign key (organization_id) references organization on delete cascade",
                    "Each post had an item, and it an organization"));

    @Test
    void a_server_needs_the_newest_migration() throws IOException {
        assertThat(migrations().lastKey()).isEqualTo(SchemaVersion.NEEDED);
    }

    @Test
    void migrations_take_nothing_away() throws IOException {
        var tables = new HashSet<String>();
        var broken = new ArrayList<String>();
        for (var migration : migrations().entrySet()) {
            var fresh = new HashSet<String>();
            for (var statement : statements(migration.getValue())) {
                var created = CREATE.matcher(statement);
                if (created.matches()) {
                    fresh.add(created.group(1));
                }
                var renamed = RENAME.matcher(statement);
                if (renamed.matches()) {
                    tables.add(renamed.group(1));
                }
                changes(statement).stream()
                        .filter(change -> takesAway(change, tables))
                        .forEach(change -> broken.add("V" + migration.getKey() + " " + change));
            }
            tables.addAll(fresh);
        }
        assertThat(broken).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @Test
    void what_takes_away_is_found() {
        var tables = List.of("mission");
        for (var change : List.of(
                "drop table mission",
                "drop view counted_event",
                "truncate mission",
                "delete from mission where true",
                "create unique index mission_name on mission (name)",
                "alter table mission drop column name",
                "alter table mission add column size int not null",
                "alter table mission add size int not null",
                "alter table mission alter column name type int using 1",
                "alter table mission alter name set not null",
                "alter table mission rename column name to title",
                "alter table mission add constraint short check (length(name) < 9)",
                "alter table mission add unique (name)")) {
            assertThat(changes(change)).as(change).singleElement().matches(one -> takesAway(one, tables));
        }
        for (var change : List.of(
                "create unique index brief_name on brief (name)",
                "drop index mission_list",
                "alter table mission add column size int",
                "alter table mission add column size int not null default 0",
                "alter table mission set (fillfactor = 80)")) {
            assertThat(changes(change)).as(change).singleElement().matches(one -> !takesAway(one, tables));
        }
    }

    private static boolean takesAway(String change, Collection<String> tables) {
        var unique = UNIQUE.matcher(change);
        var alter = ALTER.matcher(change);
        if (unique.matches()) {
            return tables.contains(unique.group(1));
        }
        if (alter.matches()) {
            return tables.contains(alter.group(1)) && narrows(alter.group(2));
        }
        return change.matches("(drop (table|view|schema)|truncate|delete) .*");
    }

    /** What an earlier version knows nothing of makes its writes fail, or is not there for its reads. */
    private static boolean narrows(String action) {
        return action.matches("(drop|rename) .*")
                || action.matches("alter .*( type | set not null| drop default).*")
                || action.matches("add .* not null.*") && !action.matches(".* (default|generated) .*")
                || action.matches("add (constraint \\w+ )?(check|unique|exclude|primary key|foreign key)\\b.*");
    }

    /** Each change of an {@code alter table} by itself. */
    private static List<String> changes(String statement) {
        var alter = ALTER.matcher(statement);
        if (!alter.matches()) {
            return List.of(statement);
        }
        return Arrays.stream(alter.group(2).split(", (?=(add|drop|alter|rename|set) )"))
                .map(action -> "alter table " + alter.group(1) + " " + action)
                .toList();
    }

    /** On one line each, without comments and the bodies of functions. */
    private static List<String> statements(String migration) {
        var plain = migration.replaceAll("--[^\n]*", "").replaceAll("(?s)\\$\\$.*?\\$\\$", "");
        return Arrays.stream(plain.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static NavigableMap<Integer, String> migrations() throws IOException {
        var migrations = new TreeMap<Integer, String>(Comparator.naturalOrder());
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                var number = file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1");
                migrations.put(Integer.valueOf(number), Files.readString(file));
            }
        }
        return migrations;
    }
}
