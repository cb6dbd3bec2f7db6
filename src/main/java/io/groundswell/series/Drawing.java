package io.groundswell.series;

import java.util.ArrayList;
import java.util.List;

/** Draws the lines of a question. */
final class Drawing {
    private final Question question;
    private final Evaluation evaluation;
    private final FigureSource source;

    Drawing(Question question, FigureSource source) {
        this.question = question;
        this.evaluation = new Evaluation(question);
        this.source = source;
    }

    /** @param asked in the order of the question */
    Lines of(List<Asked> asked) {
        return question.breakdown() == null ? whole(asked) : inParts(asked.get(0));
    }

    private Lines whole(List<Asked> asked) {
        var figures = source.of(asked.stream().map(Asked::part).toList(), Needed.of(question));
        return new Lines(lines(asked, figures), compared(asked, figures), List.of());
    }

    private Lines inParts(Asked whole) {
        var parts = Breakdown.of(question, whole.part(), source).parts();
        var figures = source.of(parts.stream().map(Asked::part).toList(), Needed.of(question));
        var sum = List.<Figures>of(new SumOfFigures(figures));
        return new Lines(lines(List.of(whole), sum), compared(List.of(whole), sum), lines(parts, figures));
    }

    private List<Line> compared(List<Asked> asked, List<Figures> figures) {
        var days = question.range().days();
        return question.compare()
                ? lines(asked, figures.stream().map(one -> one.earlier(days)).toList())
                : List.of();
    }

    private List<Line> lines(List<Asked> asked, List<Figures> figures) {
        var lines = new ArrayList<Line>();
        for (var at = 0; at < asked.size(); at++) {
            lines.add(new Line(asked.get(at).ref(), evaluation.points(figures.get(at))));
        }
        return lines;
    }
}
