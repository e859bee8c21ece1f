package throughline.core.interchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.conversation.Ids;
import throughline.core.data.Datum;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Group;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/**
 * Reads a roadmap file: the whole organization in one tree of plain data. Mistakes of form are told all at once and then
 * nothing is taken; mistakes of content are the roadmap's, not the file's, and stop nothing.
 */
public final class RoadmapFile {
    static final Field<String> ORGANIZATION =
            Field.required("org", Shape.line(), "The organization's name, and its product's if no product is listed");

    /** Referred to before referring. */
    private static final List<Kind> ORDER = List.of(
            Kind.PRODUCT,
            Kind.STRATEGY,
            Kind.TEAM,
            Kind.OBJECTIVE,
            Kind.KEY_RESULT,
            Kind.THEME,
            Kind.INITIATIVE,
            Kind.WORKSTREAM,
            Kind.EVIDENCE,
            Kind.EXPERIMENT);

    private final Trail trail = new Trail();
    private final Outline outline = new Outline(trail);
    private final Cast cast;

    private RoadmapFile(People known, Ids ids) {
        this.cast = new Cast(trail, known, () -> new PersonId(ids.next()));
    }

    /** @param known the people whose names and accounts are taken; somebody of the same name is the same person */
    public static Import read(Datum root, People known, Ids ids) {
        return new RoadmapFile(known, ids).read(root);
    }

    private Import read(Datum root) {
        if (!(root instanceof Datum.Mapping top)) {
            trail.problem(root.spot(), "expected keys such as “org” and “initiatives”, found " + Shape.found(root));
            return new Import.Misread(trail.problems());
        }
        new Repeats(trail).tell(top);
        tellUnknownKeys(top);
        Optional<Values> head = Group.readKnown(List.of(ORGANIZATION), top, reading(Optional.empty()));
        readPeople(top);
        outline.read(top);
        Map<Kind, List<Item>> items = readItems();
        if (!trail.isClean() || head.isEmpty()) {
            return new Import.Misread(trail.problems());
        }
        return understood(head.get().get(ORGANIZATION), items);
    }

    private FileReading reading(Optional<Kind> of) {
        return new FileReading(trail, outline, cast, of);
    }

    private void tellUnknownKeys(Datum.Mapping top) {
        Set<String> known = new LinkedHashSet<>(List.of(ORGANIZATION.key(), Section.SOURCE, Membership.KEY));
        Section.ALL.forEach(section -> known.add(section.key()));
        tellUnknownKeys(top, known);
    }

    private void tellUnknownKeys(Datum.Mapping mapping, Set<String> known) {
        Predicate<String> elsewhere =
                key -> !known.contains(key) && Section.home(key).isPresent();
        mapping.entries().keySet().stream()
                .filter(key -> elsewhere.test(key.text()))
                .forEach(this::tellHome);
        Group.tellUnknownKeys(known, elsewhere, mapping, reading(Optional.empty()));
    }

    private void tellHome(Datum.Scalar key) {
        String home = Section.home(key.text()).orElseThrow();
        trail.problem(key.spot(), "“" + key.text() + "” does not stand here, but " + home);
    }

    private void readPeople(Datum.Mapping top) {
        Optional<Datum> people = top.get(Membership.KEY);
        if (people.isPresent() && people.get() instanceof Datum.Sequence sequence) {
            for (int i = 0; i < sequence.elements().size(); i++) {
                readPerson(sequence.elements().get(i), i);
            }
        } else {
            people.ifPresent(other -> trail.at(
                    Membership.KEY,
                    () -> trail.problem(
                            other.spot(), "expected a list, each element after “- ”, found " + Shape.found(other))));
        }
    }

    private void readPerson(Datum datum, int index) {
        String place = Membership.KEY + "[" + index + "]";
        if (!(datum instanceof Datum.Mapping mapping)) {
            trail.at(
                    place,
                    () -> trail.problem(datum.spot(), "expected a person with its keys, found " + Shape.found(datum)));
            return;
        }
        String label = Entry.scalar(mapping, Membership.NAME.key())
                .map(name -> " (" + name.text().strip() + ")")
                .orElse("");
        trail.at(place + label, () -> {
            Set<String> known = new LinkedHashSet<>();
            Membership.FIELDS.forEach(field -> known.add(field.key()));
            known.add(Section.SOURCE);
            tellUnknownKeys(mapping, known);
            Group.readKnown(Membership.FIELDS, mapping, reading(Optional.empty()))
                    .ifPresent(values -> cast.list(values, mapping.spot()));
        });
    }

    private Map<Kind, List<Item>> readItems() {
        Map<Kind, List<Item>> items = new EnumMap<>(Kind.class);
        for (Kind kind : ORDER) {
            List<Item> read = new ArrayList<>();
            outline.of(kind).forEach(entry -> read(entry).ifPresent(read::add));
            items.put(kind, read);
        }
        return items;
    }

    private Optional<Item> read(Entry entry) {
        Section section = entry.section();
        return trail.inside(entry.path(), () -> {
            tellUnknownKeys(section, entry.mapping());
            return Group.readKnown(section.fields(), entry.mapping(), reading(Optional.of(section.kind())))
                    .map(values -> section.kind().item(outline.id(entry), withImplied(entry, values)));
        });
    }

    private void tellUnknownKeys(Section section, Datum.Mapping mapping) {
        if (section.implied().isEmpty()) {
            tellUnknownKeys(mapping, section.keys());
            return;
        }
        String implied = section.implied().get().key();
        Set<String> known = new HashSet<>(section.keys());
        known.add(implied);
        tellUnknownKeys(mapping, known);
        mapping.entries().keySet().stream()
                .filter(key -> key.text().equals(implied))
                .forEach(key -> trail.problem(
                        key.spot(),
                        "“" + implied + "” is not written here; it is the " + implied + " that this list stands in"));
    }

    private Values withImplied(Entry entry, Values values) {
        return entry.section()
                .implied()
                .map(field -> values.with(field, entry.parent().map(outline::id)))
                .orElse(values);
    }

    private Import understood(String organization, Map<Kind, List<Item>> items) {
        outline.newTeams().forEach(team -> listOf(Kind.TEAM, items).add(team));
        if (listOf(Kind.PRODUCT, items).isEmpty()) {
            Values named = Values.none().with(Product.NAME, organization);
            listOf(Kind.PRODUCT, items).add(Kind.PRODUCT.item(outline.next(Kind.PRODUCT), named));
        }
        List<Person> people = cast.records();
        List<Change> changes = Stream.of(
                        Stream.of(new Change.Named(organization)),
                        people.stream().map(person -> new Change.PersonTouched(person.id())),
                        ORDER.stream()
                                .flatMap(kind -> listOf(kind, items).stream())
                                .map(Change.Added::new))
                .flatMap(facts -> facts.map(Change.class::cast))
                .toList();
        return new Import.Understood(changes, people);
    }

    private static List<Item> listOf(Kind kind, Map<Kind, List<Item>> items) {
        return items.computeIfAbsent(kind, none -> new ArrayList<>());
    }
}
