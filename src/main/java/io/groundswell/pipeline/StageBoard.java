package io.groundswell.pipeline;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The stage a job is in, and what it remembers of all six. */
@Embeddable
class StageBoard {
    @Enumerated(EnumType.STRING)
    private Stage currentStage;

    /** Replaced by a new map with every change, for that is how Hibernate sees it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Stage, StageRecord> stages;

    protected StageBoard() {}

    static StageBoard atIntake() {
        var board = new StageBoard();
        board.stages = new EnumMap<>(Stage.class);
        board.goTo(Stage.INTAKE);
        return board;
    }

    /** Forgets what this stage and the later ones put out. */
    void goTo(Stage first) {
        var records = new EnumMap<Stage, StageRecord>(Stage.class);
        for (var stage : Stage.values()) {
            records.put(stage, stage.ordinal() < first.ordinal() ? stages.get(stage) : StageRecord.pending());
        }
        stages = records;
        currentStage = first;
    }

    void change(UnaryOperator<StageRecord> change) {
        var records = new EnumMap<Stage, StageRecord>(stages);
        records.put(currentStage, change.apply(stages.get(currentStage)));
        stages = records;
    }

    /** What did not run to its end never will. */
    void skipRest() {
        var records = new EnumMap<Stage, StageRecord>(stages);
        records.replaceAll((stage, record) -> record.skipped());
        stages = records;
    }

    /** Ends the current stage and opens the next one, if there is one in this cycle. */
    void complete(Map<String, Object> output, Instant now) {
        change(stage -> stage.completed(output, now));
        currentStage.next().ifPresent(next -> {
            currentStage = next;
            change(stage -> stage.running(now));
        });
    }

    Stage current() {
        return currentStage;
    }

    StageRecord record(Stage stage) {
        return stages.get(stage);
    }

    /** Floor of the stages' progress, weighted, in percent. */
    int percent() {
        var sum = 0;
        for (var stage : Stage.values()) {
            sum += stage.weight() * stages.get(stage).progressPercent();
        }
        return sum / 100;
    }
}
