package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.Content;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentService;
import io.groundswell.content.Copy;
import io.groundswell.content.Metadata;
import io.groundswell.content.Moment;
import io.groundswell.content.NewContent;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.work.Round;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Missions without a pipeline, and items in them, for tests of what happens to items. */
@ApplicationScoped
public class ContentFixture {
    private static final Sql MISSION = Sql.text("""
            insert into mission (id, organization_id, mode, version, name, status, objectives, platforms, constraints,
                kpis, duration_days, starts_at, ends_at, pipeline_job_id, created_by, created_at, updated_at)
            values (:id, :organization, :mode, 0, 'Launch', :status, array['Be seen'], array['TWITTER', 'LINKEDIN'],
                cast(:constraints as jsonb), '[]', 60, :start, :end, 'job_0000000000000000', 'usr_1', :start, :start)""");

    private final AgroalDataSource database;
    private final ContentService contents;
    private final ContentMoves moves;
    private final List<Round> rounds;
    private final Clock clock;
    private final AtomicInteger slots = new AtomicInteger();

    ContentFixture(
            AgroalDataSource database,
            ContentService contents,
            ContentMoves moves,
            @All List<Round> rounds,
            Clock clock) {
        this.database = database;
        this.contents = contents;
        this.moves = moves;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A running mission of 60 days from now. */
    public String mission(Owner owner) {
        return mission(owner, "{}");
    }

    public String mission(Owner owner, String constraints) {
        var id = PublicId.next("msn");
        MISSION.update(
                database,
                Map.of(
                        "id", id,
                        "organization", owner.organizationId(),
                        "mode", owner.mode(),
                        "status", "ACTIVE",
                        "constraints", constraints,
                        "start", clock.instant(),
                        "end", clock.instant().plus(Duration.ofDays(60))));
        return id;
    }

    public String draft(Owner owner, String mission) {
        return draft(owner, mission, Platform.TWITTER, null, 0.5);
    }

    public String draft(Owner owner, String mission, Platform platform, Instant plannedFor, double confidence) {
        var copy =
                new Copy("Hello", null, null, null, "Read more", List.of("#API"), null, null, null, null, null, null);
        var metadata = new Metadata(
                "Launch", "APIs", "Craft", List.of("api"), "en", null, "developers", confidence, "canned", 12, false);
        var made = new NewContent(
                PublicId.next(Content.ID_PREFIX),
                owner,
                mission,
                1,
                slots.incrementAndGet(),
                platform,
                ContentType.POST,
                copy,
                List.of(),
                metadata,
                plannedFor,
                0);
        return QuarkusTransaction.requiringNew().call(() -> contents.add(made)).id();
    }

    public void decide(Owner owner, String content) {
        QuarkusTransaction.requiringNew().run(() -> contents.decide(owner, content));
    }

    public String pending(Owner owner, String mission) {
        require(mission, true);
        var id = draft(owner, mission);
        decide(owner, id);
        return id;
    }

    public String approved(Owner owner, String mission) {
        return approved(owner, mission, Platform.TWITTER, null);
    }

    public String approved(Owner owner, String mission, Platform platform, Instant plannedFor) {
        require(mission, false);
        var id = draft(owner, mission, platform, plannedFor, 0.5);
        decide(owner, id);
        return id;
    }

    private void require(String mission, boolean approval) {
        Sql.text("update mission set constraints = constraints || jsonb_build_object('require_approval', :required)"
                        + " where id = :id")
                .update(database, Map.of("required", approval, "id", mission));
    }

    public String scheduled(Owner owner, String mission, Platform platform, Instant at) {
        var id = approved(owner, mission, platform, null);
        QuarkusTransaction.requiringNew().run(() -> moves.schedule(owner, id, new Moment(at, ZoneOffset.UTC)));
        return id;
    }

    public String published(Owner owner, String mission) {
        var id = scheduled(owner, mission, Platform.TWITTER, clock.instant());
        return out(id, "scheduled_for");
    }

    /** An item that went out at an instant, of a platform. */
    public String published(Owner owner, String mission, Platform platform, Instant at) {
        return out(approved(owner, mission, platform, null), "timestamptz '" + at + "'");
    }

    private String out(String id, String at) {
        set(id, "status = 'PUBLISHED', published_at = " + at);
        Sql.text("""
                        insert into published_post
                        select id, organization_id, mode, mission_id, platform, type, metadata ->> 'pillar',
                            metadata ->> 'topic', timezone, published_at
                        from content where id = :id""").update(database, Map.of("id", id));
        return id;
    }

    /** Writes columns behind everyone's back. */
    public void set(String content, String assignments) {
        Sql.text("update content set " + assignments + " where id = :id").update(database, Map.of("id", content));
    }

    public void setMission(String mission, String assignments) {
        Sql.text("update mission set " + assignments + " where id = :id").update(database, Map.of("id", mission));
    }

    public Content get(Owner owner, String id) {
        return contents.get(owner, id);
    }

    /** How often something is true in the database. */
    public long count(String tableAndCondition) {
        return Sql.text("select count(*) as n from " + tableAndCondition)
                .first(database, Map.of(), row -> row.getLong("n"))
                .orElseThrow();
    }

    /** One run of a round. */
    public int round(String name) {
        return find(name).run(Instant.MAX);
    }

    /** One run of a round as a schedule has it, which waits for nothing that is slow. */
    public List<CompletableFuture<Integer>> begin(String name) {
        return find(name).begin(Instant.MAX);
    }

    private Round find(String name) {
        return rounds.stream()
                .filter(round -> round.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Runs a round until there is nothing to do, such as what other tests left behind. */
    public void drain(String name) {
        for (var done = round(name); done > 0; done = round(name)) {
            continue;
        }
    }
}
