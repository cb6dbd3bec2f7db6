package io.groundswell.upload;

import io.groundswell.account.Limit;
import io.groundswell.creator.CreatorAdditions;
import io.groundswell.creator.CreatorDetails;
import io.groundswell.creator.Handle;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadLine.OfCreator;
import io.groundswell.upload.UploadReport.Part;
import io.groundswell.upload.UploadReport.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Adds the creators that lines tell of, unless they are there. */
@ApplicationScoped
class UploadedCreators implements Taker<OfCreator> {
    private final CreatorAdditions additions;
    private final References references;

    UploadedCreators(CreatorAdditions additions, References references) {
        this.additions = additions;
        this.references = references;
    }

    @Override
    public Part part() {
        return Part.CREATORS;
    }

    /** One that comes back may need more room for its videos than there is; others have none yet, and fit. */
    @Override
    public boolean isFull(Refusal refusal) {
        return Limit.MAX_CREATORS_PER_ORG.toString().equals(refusal.details().get("limitKey"));
    }

    @Override
    public List<OfCreator> unknown(Caller caller, UUID programId, List<OfCreator> lines) {
        var handles = lines.stream().map(line -> line.told().handle()).toList();
        var found = references.ofCreators(caller, programId, handles);
        return lines.stream()
                .filter(line -> found.creator(line.told().handle()) == null)
                .toList();
    }

    @Override
    @Transactional
    public Outcome take(Caller caller, UUID programId, List<OfCreator> lines) {
        additions.beAlone(caller.owner());
        var wanted = new LinkedHashMap<String, CreatorDetails>();
        lines.forEach(line -> wanted.putIfAbsent(Handle.key(line.told().handle()), line.told()));
        var found = references.ofCreators(caller, programId, List.copyOf(wanted.keySet()));
        wanted.keySet().removeAll(found.creators().keySet());
        if (!wanted.isEmpty()) {
            additions.add(caller, programId, List.copyOf(wanted.values()));
        }
        return new Outcome(new Taken(wanted.size(), (long) lines.size() - wanted.size()), List.of());
    }
}
