package io.groundswell.mission;

import java.util.List;

/** Briefs for tests: one that breaks no rule, but for what a test sets. */
public final class SomeBrief {
    private String name = "Spring launch";
    private String description;
    private List<String> objectives = List.of("Raise awareness among developers");
    private List<Platform> platforms = List.of(Platform.TWITTER, Platform.LINKEDIN);
    private Constraints constraints;
    private List<Kpi> kpis = List.of();
    private int days = 14;

    public SomeBrief name(String name) {
        this.name = name;
        return this;
    }

    public SomeBrief description(String description) {
        this.description = description;
        return this;
    }

    public SomeBrief objectives(List<String> objectives) {
        this.objectives = objectives;
        return this;
    }

    public SomeBrief on(List<Platform> platforms) {
        this.platforms = platforms;
        return this;
    }

    public SomeBrief under(Constraints constraints) {
        this.constraints = constraints;
        return this;
    }

    public SomeBrief kpis(List<Kpi> kpis) {
        this.kpis = kpis;
        return this;
    }

    public SomeBrief days(int days) {
        this.days = days;
        return this;
    }

    public MissionBrief build() {
        return new MissionBrief(name, description, objectives, platforms, constraints, kpis, days);
    }
}
