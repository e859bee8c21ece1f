package throughline.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.check.Arrival;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Ids;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.conversation.Version;
import throughline.core.interchange.Documents;
import throughline.core.interchange.Import;
import throughline.core.interchange.Problem;
import throughline.core.interchange.RoadmapFile;
import throughline.core.people.People;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Stamp;

/** Gives an empty store the roadmap to start with, whole or not at all. */
final class FirstImport {
    /** Names no person and place, so nobody's dialogue is loaded with it. */
    private static final String CONVERSATION = "import";

    private static final Logger LOG = System.getLogger(FirstImport.class.getName());

    private final TurnStore store;
    private final Documents documents;
    private final Ids ids;
    private final InstantSource clock;

    FirstImport(TurnStore store, Documents documents, Ids ids, InstantSource clock) {
        this.store = store;
        this.documents = documents;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Refusal if the file has mistakes, with all of them, or cannot be read; nothing is stored then */
    void run(RoadmapSource source) {
        Snapshot before = store.load(CONVERSATION);
        if (!isEmpty(before)) {
            source.file()
                    .ifPresent(
                            file -> LOG.log(
                                    Level.INFO,
                                    "roadmap-kept: " + file + " was not imported, because a roadmap is stored already; "
                                            + "to start over from the file, give an empty THROUGHLINE_DATA or another THROUGHLINE_ORGANIZATION"));
            return;
        }
        Import.Understood understood = understand(source, before.people());
        switch (store.commit(commit(before.version(), understood))) {
            case COMMITTED ->
                LOG.log(
                        Level.INFO,
                        "roadmap-imported: " + source.name() + ", "
                                + understood.changes().size() + " facts and "
                                + understood.people().size() + " people");
            case MOVED, ANSWERED -> LOG.log(Level.INFO, "roadmap-kept: another bot on this store was first to import");
        }
    }

    private static boolean isEmpty(Snapshot snapshot) {
        return snapshot.roadmap().isEmpty() && snapshot.roadmap().organization().isEmpty();
    }

    private Import.Understood understand(RoadmapSource source, People known) {
        Documents.Parsed parsed = documents.yaml(source.text());
        if (parsed instanceof Documents.Tree tree) {
            Import meant = RoadmapFile.read(tree.root(), known, ids);
            if (meant instanceof Import.Understood understood) {
                return understood;
            }
            throw refusal(source, ((Import.Misread) meant).problems());
        }
        throw refusal(source, ((Documents.Broken) parsed).problems());
    }

    private static Refusal refusal(RoadmapSource source, List<Problem> problems) {
        String count = problems.size() == 1 ? "one mistake" : problems.size() + " mistakes";
        String first = source.name() + " has " + count + ", so nothing was imported; correct the file and start again.";
        return new Refusal(Stream.concat(Stream.of(first), problems.stream().map(problem -> problem.in(source.name())))
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private Commit commit(Version base, Import.Understood understood) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Stamp stamp = new Stamp(clock.instant(), PersonId.BOT, "file");
        return new Commit(
                Optional.empty(),
                base,
                Set.of(Change.ORIGIN),
                Optional.of(new ChangeSet(stamp, Optional.empty(), Arrival.asFound(understood.changes(), today))),
                understood.people(),
                CONVERSATION,
                "",
                Optional.empty(),
                List.of());
    }
}
