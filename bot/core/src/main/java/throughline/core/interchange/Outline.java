package throughline.core.interchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.data.Datum;
import throughline.core.data.Spot;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

/** Which items there are in the file, with their ids, before any of their fields is read. */
final class Outline {
    // Looking for a similar id means looking at all of them; nobody reads more hints than this.
    private static final int MOST_HINTS = 100;
    private static final int CLIP = 40;
    /** The keys under which items have what people call them. */
    private static final Set<String> TITLES = Set.of("title", "name", "statement", "assumption");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern TEAM_ID = Pattern.compile(Kind.TEAM.prefix() + "\\d+", Pattern.CASE_INSENSITIVE);

    private final Trail trail;
    private final Map<Entry, ItemId> entries = new LinkedHashMap<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Kind, Map<String, Entry>> byName =
            Map.of(Kind.TEAM, new LinkedHashMap<>(), Kind.PRODUCT, new LinkedHashMap<>());
    private final Map<String, Item> newTeams = new LinkedHashMap<>();
    private final Numbering numbering = new Numbering();
    private int hints;

    Outline(Trail trail) {
        this.trail = trail;
    }

    void read(Datum.Mapping root) {
        List<Entry> found = new ArrayList<>();
        Section.ALL.forEach(section -> list(section, root, Optional.empty(), found));
        found.forEach(this::takeWrittenId);
        found.forEach(this::giveId);
        found.forEach(this::takeName);
    }

    private void list(Section section, Datum.Mapping in, Optional<Entry> parent, List<Entry> found) {
        Optional<Datum> list = in.get(section.key());
        if (list.isEmpty()) {
            return;
        }
        if (!(list.get() instanceof Datum.Sequence sequence)) {
            trail.at(
                    section.key(),
                    () -> trail.problem(
                            list.get().spot(),
                            "expected a list, each element after “- ”, found " + Shape.found(list.get())));
            return;
        }
        for (int i = 0; i < sequence.elements().size(); i++) {
            element(section, sequence.elements().get(i), i, parent, found);
        }
    }

    private void element(Section section, Datum datum, int index, Optional<Entry> parent, List<Entry> found) {
        String place = section.key() + "[" + index + "]";
        if (!(datum instanceof Datum.Mapping mapping)) {
            String noun = section.kind().withArticle();
            trail.at(
                    place,
                    () -> trail.problem(
                            datum.spot(), "expected " + noun + " with its keys, found " + Shape.found(datum)));
            return;
        }
        Entry entry = new Entry(section, mapping, place + label(section, mapping), parent);
        found.add(entry);
        trail.at(
                place + label(section, mapping),
                () -> section.nested().forEach(inner -> list(inner, mapping, Optional.of(entry), found)));
    }

    private static String label(Section section, Datum.Mapping mapping) {
        Optional<String> id = Entry.scalar(mapping, Section.ID).map(Datum.Scalar::text);
        return id.or(() -> titleOf(section, mapping).map(title -> "“" + clipped(title) + "”"))
                .map(name -> " (" + clipped(name) + ")")
                .orElse("");
    }

    private static Optional<String> titleOf(Section section, Datum.Mapping mapping) {
        return section.fields().stream()
                .filter(field -> TITLES.contains(field.key()))
                .findFirst()
                .flatMap(field -> Entry.scalar(mapping, field.key()))
                .map(Datum.Scalar::text);
    }

    private static String clipped(String text) {
        String line = LINE_BREAK.matcher(text.strip()).replaceAll(" ");
        return line.length() > CLIP ? line.substring(0, CLIP) + "…" : line;
    }

    private void takeWrittenId(Entry entry) {
        entry.mapping()
                .get(Section.ID)
                .ifPresent(written -> trail.at(entry.path() + Trail.STEP + Section.ID, () -> {
                    String text = written instanceof Datum.Scalar scalar
                            ? scalar.text().strip()
                            : "";
                    if (!ItemId.fits(text)) {
                        String expected = "expected an id of 1 to " + ItemId.LONGEST + " characters, such as “"
                                + entry.section().kind().prefix() + "1”";
                        trail.problem(written.spot(), expected);
                    } else {
                        take(entry, new ItemId(text), written.spot());
                    }
                }));
    }

    private void take(Entry entry, ItemId id, Spot spot) {
        Entry first = byId.putIfAbsent(id.folded(), entry);
        if (first != null) {
            int line = first.mapping()
                    .get(Section.ID)
                    .map(Datum::spot)
                    .orElse(Spot.NOWHERE)
                    .line();
            trail.problem(spot, "the id “" + id + "” is already used in line " + line + "; every item needs its own");
        }
        numbering.use(id);
        entries.put(entry, id);
    }

    private void giveId(Entry entry) {
        if (!entries.containsKey(entry)) {
            ItemId id = numbering.next(prefix(entry));
            entries.put(entry, id);
            byId.put(id.folded(), entry);
        }
    }

    private String prefix(Entry entry) {
        String own = entry.section().kind().prefix();
        String above = entry.section().kind() == Kind.KEY_RESULT
                ? entry.parent().map(parent -> id(parent) + "-").orElse("")
                : "";
        return above.length() + own.length() + 9 > ItemId.LONGEST ? own : above + own;
    }

    private void takeName(Entry entry) {
        Map<String, Entry> names = byName.get(entry.section().kind());
        Optional<Datum.Scalar> name = Entry.scalar(entry.mapping(), "name");
        if (names == null || name.isEmpty()) {
            return;
        }
        Entry first = names.putIfAbsent(Names.folded(name.get().text()), entry);
        if (first != null) {
            int line =
                    Entry.scalar(first.mapping(), "name").orElseThrow().spot().line();
            trail.at(
                    entry.path() + Trail.STEP + "name",
                    () -> trail.problem(
                            name.get().spot(),
                            "“" + clipped(name.get().text()) + "” is already the name in line " + line
                                    + "; the file refers to it by name, so names have to differ"));
        }
    }

    ItemId id(Entry entry) {
        return Optional.ofNullable(entries.get(entry)).orElseThrow();
    }

    Stream<Entry> of(Kind kind) {
        return entries.keySet().stream().filter(entry -> entry.section().kind() == kind);
    }

    /** The next free id of a kind. */
    ItemId next(Kind kind) {
        return numbering.next(kind.prefix());
    }

    /** The teams that the file names but does not list. */
    Stream<Item> newTeams() {
        return newTeams.values().stream();
    }

    /** The item that a reference names, or empty after telling the problem. */
    Optional<ItemId> find(String text, Spot spot, Kind kind) {
        Entry meant = byId.get(ItemId.folded(text));
        if (meant != null && meant.section().kind() == kind) {
            return Optional.of(id(meant));
        }
        Map<String, Entry> names = byName.getOrDefault(kind, Map.of());
        Entry named = names.get(Names.folded(text));
        if (named != null) {
            return Optional.of(id(named));
        }
        if (meant != null) {
            trail.problem(spot, otherKind(text, meant, kind));
            return Optional.empty();
        }
        if (newTeams.containsKey(Names.folded(text)) && kind == Kind.TEAM) {
            return Optional.of(newTeam(text));
        }
        Optional<String> similar = byName.containsKey(kind) ? similarName(text, names.values()) : similarId(text, kind);
        if (kind == Kind.TEAM && similar.isEmpty() && isName(text)) {
            return Optional.of(newTeam(text));
        }
        trail.problem(spot, unknown(text, kind, similar));
        return Optional.empty();
    }

    private static String unknown(String text, Kind kind, Optional<String> similar) {
        return "“" + clipped(text) + "” is no " + kind.title() + " in this file; "
                + similar.map(close -> "did you mean “" + close + "”?").orElse("add it, or remove the reference");
    }

    private static String otherKind(String text, Entry meant, Kind kind) {
        return "expected " + kind.withArticle() + ", but “" + text + "” in line "
                + meant.mapping().spot().line() + " is "
                + meant.section().kind().withArticle();
    }

    private static boolean isName(String text) {
        return text.length() <= 100 && !TEAM_ID.matcher(text).matches();
    }

    private ItemId newTeam(String name) {
        return newTeams.computeIfAbsent(
                        Names.folded(name),
                        first -> Kind.TEAM.item(next(Kind.TEAM), Values.none().with(Team.NAME, name)))
                .id();
    }

    private static Optional<String> similarName(String text, Collection<Entry> named) {
        List<String> similar = named.stream()
                .map(entry -> Entry.scalar(entry.mapping(), "name")
                        .orElseThrow()
                        .text()
                        .strip())
                .filter(name -> Spelling.isSlip(Names.folded(text), Names.folded(name)))
                .toList();
        return similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty();
    }

    private Optional<String> similarId(String text, Kind kind) {
        if (++hints > MOST_HINTS) {
            return Optional.empty();
        }
        List<String> ids = of(kind).map(entry -> id(entry).text()).toList();
        return Spelling.closest(text, ids).or(() -> titled(text, kind));
    }

    /** Somebody may have written the title of an item where its id is wanted. */
    private Optional<String> titled(String text, Kind kind) {
        return of(kind).filter(entry -> Entry.scalar(entry.mapping(), "title")
                        .map(title -> Names.folded(title.text()).equals(Names.folded(text)))
                        .orElse(false))
                .map(entry -> id(entry).text())
                .findFirst();
    }
}
