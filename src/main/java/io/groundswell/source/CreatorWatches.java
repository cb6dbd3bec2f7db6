package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When creators are looked up, by whom, and how far that is. A write under a claim that was lost undoes its transaction. */
@ApplicationScoped
class CreatorWatches {
    /** Longer than a visit takes. */
    static final Duration LEASE = Duration.ofMinutes(10);

    static final Duration LATER = Duration.ofHours(1);

    // The rows are held first, so that whoever judges them sees all that was committed by those who held them before.
    private static final Sql HOLD = Sql.text("""
            select creator_id::text as id from creator_watch where due_at <= :now order by due_at limit :limit
            for update skip locked""");
    private static final Sql CLAIM = Sql.file(CreatorWatches.class, "claim-creators.sql");
    private static final Sql PROFILE = Sql.text("""
            update creator_watch set told_name = :name, avatar_url = :avatar, bio = :bio, profile_due_at = :next,
                absences = 0, doubted = :doubted, updated_at = :now
            where creator_id = :creator and claim = :claim""");
    private static final Sql PAGE = Sql.text("""
            update creator_watch set cursor = :cursor, pages = :pages, updated_at = :now
            where creator_id = :creator and claim = :claim""");
    private static final Sql BEGIN_ANEW = Sql.text("""
            update creator_watch set cursor = null, pages = 0 where creator_id = :creator and claim = :claim""");
    private static final Sql DISCOVERED = Sql.text("""
            update creator_watch set cursor = null, pages = 0, discover_due_at = :next, notice = :notice,
                discovered_from = cast(:start as date)
            where creator_id = :creator and claim = :claim""");
    private static final Sql DONE = Sql.text("""
            update creator_watch set due_at = least(profile_due_at, discover_due_at), claim = null, failures = 0,
                notice = case when failures = 0 then notice end
            where creator_id = :creator and claim = :claim""");
    private static final Sql DEFER = Sql.text("""
            update creator_watch set due_at = :due, claim = null, failures = :failures, absences = :absences,
                notice = :notice
            where creator_id = :creator and claim = :claim""");

    private final SourceRows sources;
    private final AgroalDataSource database;

    CreatorWatches(SourceRows sources, AgroalDataSource database) {
        this.sources = sources;
        this.database = database;
    }

    /** The longest due; nobody else gets the same ones. */
    @Transactional(TxType.REQUIRES_NEW)
    List<WatchedCreator> claim(Instant now, int limit) {
        var ids = HOLD.list(database, Map.of("now", now, "limit", limit), row -> row.getString("id"));
        var values = new HashMap<String, Object>();
        values.put("ids", ids);
        values.put("claim", PublicId.random(16));
        values.put("lease_end", now.plus(LEASE));
        values.put("later", now.plus(LATER));
        return CLAIM.list(database, values, WatchedCreator::of);
    }

    /** @param doubted whether what was told of followers was not believed */
    void profiled(WatchedCreator watched, Profile told, boolean doubted, Instant next, Instant now) {
        var values = values(watched);
        values.put("doubted", doubted);
        values.put("name", told.displayName() == null ? watched.toldName() : told.displayName());
        values.put("avatar", told.avatarUrl() == null ? watched.avatarUrl() : told.avatarUrl());
        values.put("bio", told.bio() == null ? watched.bio() : told.bio());
        values.put("next", next);
        values.put("now", now);
        write(PROFILE, values);
    }

    void paged(WatchedCreator watched, Progress next, Instant now) {
        var values = values(watched);
        values.put("cursor", next.text());
        values.put("pages", next.pages());
        values.put("now", now);
        write(PAGE, values);
    }

    /** A search that does not lead on. */
    void beginAnew(WatchedCreator watched) {
        write(BEGIN_ANEW, values(watched));
    }

    /** @param from the day from which on all were found, null when some were not */
    void discovered(WatchedCreator watched, LocalDate from, String notice, Instant next) {
        var values = values(watched);
        values.put("start", from == null ? null : from.toString());
        values.put("notice", notice);
        values.put("next", next);
        write(DISCOVERED, values);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void done(WatchedCreator watched) {
        write(DONE, values(watched));
    }

    /** @param due null to stop scheduling */
    void defer(WatchedCreator watched, Instant due, int failures, int absences, String notice) {
        var values = values(watched);
        values.put("due", due);
        values.put("failures", failures);
        values.put("absences", absences);
        values.put("notice", notice);
        write(DEFER, values);
    }

    /** No source is connected. Locked against connect, so that a source connected meanwhile is not missed. */
    @Transactional(TxType.REQUIRES_NEW)
    void rest(WatchedCreator watched, Instant now) {
        Alone.with(database, "sources " + watched.programId());
        var due = sources.of(watched.programId(), watched.handle()).isPresent() ? now : null;
        defer(watched, due, 0, watched.absences(), "No source is connected that tells of this creator");
    }

    private void write(Sql statement, Map<String, Object> values) {
        if (statement.update(database, values) == 0) {
            throw new LeaseLost();
        }
    }

    private static Map<String, Object> values(WatchedCreator watched) {
        var values = new HashMap<String, Object>();
        values.put("creator", watched.id());
        values.put("claim", watched.claim());
        return values;
    }
}
