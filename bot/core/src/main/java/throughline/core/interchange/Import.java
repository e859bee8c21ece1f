package throughline.core.interchange;

import java.util.List;
import throughline.core.people.Person;
import throughline.core.roadmap.Change;

/** What a roadmap file means: either all of it is understood or nothing is taken. */
public sealed interface Import {
    /** The facts to record and the records of the people it names, in the order of the file. */
    record Understood(List<Change> changes, List<Person> people) implements Import {
        public Understood {
            changes = List.copyOf(changes);
            people = List.copyOf(people);
        }
    }

    /** Every mistake of form, in the order of the file. */
    record Misread(List<Problem> problems) implements Import {
        public Misread {
            problems = List.copyOf(problems);
        }
    }
}
