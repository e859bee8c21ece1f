package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import throughline.core.data.Datum;
import throughline.core.interchange.Documents;
import throughline.core.interchange.Import;
import throughline.core.interchange.Problem;
import throughline.core.interchange.RoadmapFile;
import throughline.core.people.People;
import throughline.core.people.PersonId;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/** A text on its whole way: parsed, read, folded. */
final class Imports {
    private Imports() {}

    static Datum tree(String yaml) {
        Documents.Parsed parsed = new YamlDocuments().yaml(yaml);
        return assertInstanceOf(Documents.Tree.class, parsed, parsed::toString).root();
    }

    static Import read(String yaml) {
        AtomicInteger ids = new AtomicInteger();
        return RoadmapFile.read(tree(yaml), People.none(), () -> "p" + ids.incrementAndGet());
    }

    static Import.Understood understood(String yaml) {
        Import read = read(yaml);
        return assertInstanceOf(Import.Understood.class, read, () -> String.join("\n", told(read)));
    }

    static Roadmap folded(Import.Understood understood) {
        Stamp stamp = new Stamp(Instant.EPOCH, PersonId.BOT, "file");
        return Roadmap.empty().on(new ChangeSet(stamp, Optional.empty(), understood.changes()));
    }

    static List<String> told(Import read) {
        List<Problem> problems = read instanceof Import.Misread misread ? misread.problems() : List.of();
        return problems.stream().map(problem -> problem.in("roadmap.yaml")).collect(Collectors.toList());
    }
}
