package io.groundswell.traffic;

import io.groundswell.rollup.SessionFigures;
import io.groundswell.rollup.SessionFigures.By;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where sessions on a site begin and end. */
@ApplicationScoped
public class Pages {
    private final SessionFigures figures;

    Pages(SessionFigures figures) {
        this.figures = figures;
    }

    /** @param sessions that begin, or end, there */
    public record Page(String page, long sessions, long bounces, Averages averages) {}

    /** Most sessions first. */
    public List<Page> entries(AskedSite site, Window window, int most) {
        return pages(site, window, By.ENTRY_PAGE, most);
    }

    /** Most sessions first. */
    public List<Page> exits(AskedSite site, Window window, int most) {
        return pages(site, window, By.EXIT_PAGE, most);
    }

    private List<Page> pages(AskedSite site, Window window, By by, int most) {
        return figures.groups(site, window, by, most).stream()
                .map(group -> new Page(
                        group.value(), group.tally().sessions(), group.tally().bounces(), Averages.of(group.tally())))
                .toList();
    }
}
