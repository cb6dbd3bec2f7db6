package io.groundswell.campaign;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Edge;
import io.groundswell.database.Pages;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is in campaigns. */
@ApplicationScoped
class Items {
    private static final Sql MEMBER = Sql.file(Items.class, "member.sql");
    private static final Sql HOLDS = Sql.file(Items.class, "holds.sql");
    private static final Sql ADD = Sql.file(Items.class, "add-item.sql");
    private static final Sql ITEM = Sql.file(Items.class, "item.sql");
    private static final Sql PAGE = Sql.file(Items.class, "items.sql");
    private static final Sql COUNT = Sql.text("select count(*) from campaign_item where campaign_id = :campaign");
    private static final Sql REMOVE = Sql.text("""
            delete from campaign_item
            where campaign_id = :campaign and coalesce(creator_id, video_id, nested_id) = :member""");

    private static final Map<ItemType, Sql> HOLD = Map.of(
            ItemType.CREATOR, Sql.text("select 1 from creator where id = :member for key share"),
            ItemType.VIDEO, Sql.text("select 1 from video where id = :member for key share"),
            ItemType.CAMPAIGN, Sql.text("select 1 from campaign where id = :member for key share"));

    private final AgroalDataSource database;

    Items(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether the programme has it. It stays until the transaction ends. */
    boolean hold(Owner owner, UUID programId, Item.Member member) {
        HOLD.get(member.type()).call(database, Map.of("member", member.id()));
        var values = Sql.owned(owner);
        values.put("program", programId);
        values.put("type", member.type());
        values.put("member", member.id());
        return MEMBER.exists(database, values);
    }

    /** Whether the inner campaign is the outer one, or is part of it, directly or through others. */
    boolean holds(UUID outer, UUID inner) {
        return HOLDS.exists(database, Map.of("outer", outer, "inner", inner));
    }

    long count(UUID campaignId) {
        return COUNT.first(database, Map.of("campaign", campaignId), row -> row.getLong(1))
                .orElseThrow();
    }

    /** False when it is there already. */
    boolean add(Owner owner, UUID campaignId, Item.Member member, Instant now) {
        var values = Sql.owned(owner);
        values.putAll(of(campaignId, member));
        values.put("type", member.type());
        values.put("now", now);
        return ADD.update(database, values) == 1;
    }

    Optional<Item> find(UUID campaignId, Item.Member member) {
        var values = of(campaignId, member);
        values.put("type", member.type());
        return ITEM.first(database, values, Item::of);
    }

    void remove(UUID campaignId, Item.Member member) {
        REMOVE.update(database, of(campaignId, member));
    }

    private static Map<String, Object> of(UUID campaignId, Item.Member member) {
        return new HashMap<>(Map.of("campaign", campaignId, "member", member.id()));
    }

    Page<Item> page(UUID campaignId, int limit, Edge edge) {
        return Pages.page(database, PAGE, Map.of("campaign", campaignId), limit, edge, Item::of);
    }
}
