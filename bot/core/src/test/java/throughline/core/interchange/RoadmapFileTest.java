package throughline.core.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.data.Datum;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

class RoadmapFileTest {
    /** As a file that was collected from public pages looks: nested key results, sources, people only mentioned. */
    private static final String COLLECTED = """
            {"org": "Bramble (allotment planner)",
             "source": ["bramble/handbook:goals.md"],
             "objectives": [
              {"id": "O1", "title": "Gardeners come back in spring", "why": "Most leave after one season.",
               "source": "bramble/handbook:goals.md",
               "key_results": [
                {"id": "O1-KR1", "title": "More return", "metric": "second-season accounts", "baseline": null,
                 "target": "45%", "due": "2027-Q2"},
                {"id": "O1-KR2", "title": "Plans are kept", "metric": "beds replanned", "baseline": "1,200",
                 "target": "3,000", "due": "2027-Q2"}]}],
             "themes": [{"id": "T1", "title": "Second season", "serves": ["O1"]}],
             "initiatives": [
              {"id": "I1", "title": "Crop rotation hints", "description": "Says what should follow what.",
               "theme": "T1", "horizon": "now", "owner": "Ines Falk", "team": "Garden", "serves": ["O1-KR1"],
               "constraints": ["Works offline"], "non_goals": ["Selling seeds"], "source": "bramble/app:issues/12"},
              {"id": "I2", "title": "Winter theme", "description": "Snow on the beds.", "theme": "T1",
               "horizon": "later", "owner": "Ines Falk", "team": "Garden", "serves": [], "constraints": [],
               "non_goals": [], "source": "bramble/app:issues/31"}]}
            """;

    private static Import read(String json, People known) {
        Documents.Parsed parsed = new JsonDocuments().yaml(json);
        Datum root =
                assertInstanceOf(Documents.Tree.class, parsed, parsed::toString).root();
        AtomicInteger ids = new AtomicInteger();
        return RoadmapFile.read(root, known, () -> "p" + ids.incrementAndGet());
    }

    private static Import.Understood understood(String json) {
        Import read = read(json, People.none());
        return assertInstanceOf(Import.Understood.class, read, read::toString);
    }

    private static Roadmap roadmap(String json) {
        Stamp stamp = new Stamp(Instant.EPOCH, PersonId.BOT, "file");
        return Roadmap.empty()
                .on(new ChangeSet(stamp, Optional.empty(), understood(json).changes()));
    }

    private static Person person(Import.Understood understood, String name) {
        return People.of(understood.people()).named(name).orElseThrow();
    }

    private static List<String> told(String json) {
        Import read = read(json, People.none());
        return assertInstanceOf(Import.Misread.class, read).problems().stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
    }

    private static List<String> ids(Roadmap roadmap, Kind kind) {
        return roadmap.all(kind).stream().map(item -> item.id().text()).toList();
    }

    @Test
    void a_collected_file_imports_as_it_stands() {
        Roadmap roadmap = roadmap(COLLECTED);
        assertEquals("Bramble (allotment planner)", roadmap.organization());
        assertEquals(List.of("O1-KR1", "O1-KR2"), ids(roadmap, Kind.KEY_RESULT));
        assertEquals(1, roadmap.in(Horizon.NOW).size());
        KeyResult first = roadmap.find(new ItemId("O1-KR1"), KeyResult.class).orElseThrow();
        assertEquals(Optional.empty(), first.baseline());
        assertEquals("O1", first.objective().text());
        Initiative hints = roadmap.find(new ItemId("I1"), Initiative.class).orElseThrow();
        assertEquals(List.of(new ItemId("O1-KR1")), hints.serves());
        assertEquals(List.of("bramble/app:issues/12"), hints.values().all(Initiative.SOURCE));
        assertEquals(
                List.of("I2"),
                roadmap.orphans().stream().map(one -> one.id().text()).toList());
    }

    @Test
    void without_a_product_there_is_one_named_after_the_organization() {
        Roadmap roadmap = roadmap(COLLECTED);
        assertEquals(
                "Bramble (allotment planner)", roadmap.find("P1").orElseThrow().title());
    }

    @Test
    void a_mentioned_team_is_created_once() {
        Roadmap roadmap = roadmap(COLLECTED);
        assertEquals(List.of("TM1"), ids(roadmap, Kind.TEAM));
        assertEquals("Garden", roadmap.find("TM1").orElseThrow().title());
    }

    @Test
    void a_mentioned_owner_becomes_a_pm_and_there_is_always_an_admin() {
        Import.Understood understood = understood(COLLECTED);
        assertEquals(2, understood.people().size());
        Person ines = person(understood, "Ines Falk");
        assertEquals(Set.of(Role.PM), ines.roles());
        assertEquals(List.of(Account.local("ines")), ines.accounts());
        assertEquals(Set.of(Role.ADMIN), person(understood, "Admin").roles());
        assertEquals(
                List.of(Account.local("admin")), person(understood, "Admin").accounts());
    }

    @Test
    void an_admin_who_is_known_already_is_not_made_again() {
        Person admin = Person.firstContact(new PersonId("x"), "Root", Account.local("admin"));
        Import.Understood understood =
                assertInstanceOf(Import.Understood.class, read("{\"org\": \"Acme\"}", People.of(List.of(admin))));
        assertEquals(List.of(), understood.people());
    }

    @Test
    void somebody_known_keeps_id_account_and_role() {
        Person maya = new Person(
                new PersonId("known"),
                "Maya Lind",
                Set.of(Role.PRODUCT_LEAD),
                Optional.empty(),
                Person.Details.NONE,
                List.of(Account.local("m"), new Account("slack", "U1")),
                Optional.empty());
        Import read = read(
                "{\"org\": \"A\", \"objectives\": [{\"title\": \"T\", \"owner\": \"maya lind\"}]}",
                People.of(List.of(maya)));
        Person after = person(assertInstanceOf(Import.Understood.class, read), "Maya Lind");
        assertEquals(maya.id(), after.id());
        assertEquals(maya.accounts(), after.accounts());
        assertEquals(Set.of(Role.PRODUCT_LEAD, Role.PM), after.roles());
    }

    @Test
    void the_role_follows_from_what_somebody_is_named_for_unless_it_is_given() {
        Import.Understood understood = understood("""
                {"org": "Acme",
                 "products": [{"name": "Widget", "lead": "Pia Lead"}],
                 "people": [{"name": "Given Role", "roles": ["stakeholder"]}, {"name": "No Role"}, {"name": "Idle Man"}],
                 "teams": [{"name": "Growth", "lead": "Ed Eng", "members": ["Mo Member", "No Role"]}],
                 "objectives": [{"title": "T", "owner": "Given Role",
                   "key_results": [{"title": "K", "measurer": "Mia Measure"}]}],
                 "initiatives": [{"title": "I", "horizon": "now", "owner": "Mo Member",
                   "workstreams": [{"title": "W", "owner": "Wanda Work"}]}]}
                """);
        assertEquals(Set.of(Role.PRODUCT_LEAD), person(understood, "Pia Lead").roles());
        assertEquals(Set.of(Role.ENGINEERING_LEAD), person(understood, "Ed Eng").roles());
        assertEquals(
                Set.of(Role.TEAM_MEMBER, Role.PM),
                person(understood, "Mo Member").roles());
        assertEquals(Set.of(Role.TEAM_MEMBER), person(understood, "No Role").roles());
        assertEquals(Set.of(Role.STAKEHOLDER), person(understood, "Given Role").roles());
        assertEquals(Set.of(Role.STAKEHOLDER), person(understood, "Idle Man").roles());
        assertEquals(Set.of(Role.TEAM_MEMBER), person(understood, "Mia Measure").roles());
        assertEquals(Set.of(Role.TEAM_MEMBER), person(understood, "Wanda Work").roles());
    }

    @Test
    void people_who_share_a_first_name_go_by_both_names() {
        Import.Understood understood = understood("""
                {"org": "Acme", "people": [{"name": "Ana Ruiz"}, {"name": "Ana Holt"}, {"name": "Ana B Holt"},
                 {"name": "Sam Low"}, {"name": "Admin Jones"}]}
                """);
        assertEquals(
                List.of(Account.local("ana.ruiz")),
                person(understood, "Ana Ruiz").accounts());
        assertEquals(
                List.of(Account.local("ana.holt")),
                person(understood, "Ana Holt").accounts());
        assertEquals(
                List.of(Account.local("ana.holt2")),
                person(understood, "Ana B Holt").accounts());
        assertEquals(
                List.of(Account.local("sam")), person(understood, "Sam Low").accounts());
        assertEquals(
                List.of(Account.local("admin")), person(understood, "Admin").accounts());
        assertEquals(
                List.of(Account.local("admin2")),
                person(understood, "Admin Jones").accounts());
    }

    @Test
    void a_slip_in_a_listed_name_is_a_mistake_and_another_name_is_another_person() {
        String file = "{\"org\": \"A\", \"people\": [{\"name\": \"Maya Lind\"}], \"themes\": [{\"title\": \"T\","
                + " \"owner\": \"%s\"}]}";
        assertEquals(
                List.of("themes[0] (“T”) › owner: “Maja Lind” is not in people; did you mean “Maya Lind”? If not, add"
                        + " “Maja Lind” to people"),
                told(file.formatted("Maja Lind")));
        assertEquals(3, understood(file.formatted("Tom Berg")).people().size());
        assertEquals(2, understood(file.formatted("MAYA  lind")).people().size());
        assertEquals(2, understood(file.formatted("Maya")).people().size());
    }

    @Test
    void a_team_is_named_by_name_or_id_and_a_slip_in_a_listed_one_is_a_mistake() {
        String file = "{\"org\": \"A\", \"teams\": [{\"name\": \"Growth\"}], \"initiatives\": [{\"title\": \"T\","
                + " \"horizon\": \"now\", \"team\": \"%s\"}]}";
        assertEquals(List.of("TM1"), ids(roadmap(file.formatted("growth")), Kind.TEAM));
        assertEquals(List.of("TM1"), ids(roadmap(file.formatted("tm1")), Kind.TEAM));
        assertEquals(List.of("TM1", "TM2"), ids(roadmap(file.formatted("Platform")), Kind.TEAM));
        assertEquals(
                List.of("initiatives[0] (“T”) › team: “Grwoth” is no team in this file; did you mean “Growth”?"),
                told(file.formatted("Grwoth")));
        assertEquals(
                List.of("initiatives[0] (“T”) › team: “TM7” is no team in this file; add it, or remove the reference"),
                told(file.formatted("TM7")));
    }

    @Test
    void missing_ids_continue_after_the_highest_one_in_use() {
        Roadmap roadmap = roadmap("""
                {"org": "A",
                 "objectives": [{"title": "a", "key_results": [{"title": "x"}, {"id": "O2-KR7", "title": "y"}]},
                   {"id": "O2", "title": "b", "key_results": [{"title": "z"}]}],
                 "initiatives": [{"title": "a", "horizon": "now"}, {"id": "i7", "title": "b", "horizon": "now"},
                   {"title": "c", "horizon": "next"}, {"id": "EPIC-12", "title": "d", "horizon": "next"}]}
                """);
        assertEquals(List.of("O2", "O3"), ids(roadmap, Kind.OBJECTIVE));
        assertEquals(List.of("O2-KR7", "O2-KR8", "O3-KR1"), ids(roadmap, Kind.KEY_RESULT));
        assertEquals(List.of("EPIC-12", "i7", "I8", "I9"), ids(roadmap, Kind.INITIATIVE));
    }

    @Test
    void an_id_is_found_in_any_case_and_used_once() {
        String initiative = "{\"id\": \"%s\", \"title\": \"T\", \"horizon\": \"now\", \"depends_on\": [\"i1\"]}";
        String file = "{\"org\": \"A\", \"initiatives\": [" + initiative.formatted("I1") + ",\n" + initiative + "]}";
        assertEquals(
                List.of(new ItemId("I1")),
                roadmap(file.formatted("I2")).find("I2").orElseThrow().values().all(Initiative.DEPENDS_ON));
        assertEquals(
                List.of("initiatives[1] (i1) › id: the id “i1” is already used in line 1; every item needs its own"),
                told(file.formatted("i1")));
        assertEquals(1, told(file.formatted("I01")).size());
    }

    @Test
    void what_stands_inside_an_item_belongs_to_it() {
        Roadmap roadmap = roadmap("""
                {"org": "A",
                 "themes": [{"title": "T", "evidence": [{"statement": "s"}]}],
                 "initiatives": [{"title": "I", "horizon": "now",
                   "workstreams": [{"title": "w", "depends_on": "W2"}], "evidence": [{"statement": "e", "theme": "T1"}],
                   "experiments": [{"assumption": "a"}]}],
                 "workstreams": [{"title": "v", "initiative": "I1"}],
                 "evidence": [{"statement": "about nothing"}],
                 "experiments": [{"assumption": "b", "initiative": "I1"}]}
                """);
        Item initiative = roadmap.find("I1").orElseThrow();
        assertEquals(2, roadmap.building((Initiative) initiative).size());
        assertEquals(1, roadmap.evidenceFor(initiative).size());
        assertEquals(2, roadmap.evidenceFor(roadmap.find("T1").orElseThrow()).size());
        assertEquals(Optional.empty(), roadmap.find("E3").orElseThrow().values().find(Evidence.INITIATIVE));
        assertEquals(2, roadmap.all(Kind.EXPERIMENT).size());
    }

    @Test
    void facts_come_after_those_that_they_refer_to() {
        List<Kind> kinds = new ArrayList<>();
        List<Change> changes = understood(COLLECTED).changes();
        for (Change change : changes) {
            if (change instanceof Change.Added added
                    && !kinds.contains(added.item().kind())) {
                kinds.add(added.item().kind());
            }
        }
        assertEquals(
                List.of(Kind.PRODUCT, Kind.TEAM, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME, Kind.INITIATIVE), kinds);
        assertInstanceOf(Change.Named.class, changes.get(0));
        assertInstanceOf(Change.PersonTouched.class, changes.get(1));
        assertInstanceOf(Change.PersonTouched.class, changes.get(2));
    }

    @Test
    void a_mistake_of_content_stops_nothing() {
        Roadmap roadmap = roadmap("""
                {"org": "A", "objectives": [{"title": "Launch the app"}], "themes": [{"title": "No KPI"}],
                 "initiatives": [{"title": "I", "horizon": "now", "release": "2027-03-15", "depends_on": "I1"}]}
                """);
        assertEquals(1, roadmap.orphans().size());
    }

    @Test
    void one_mistake_of_form_and_nothing_is_taken() {
        assertEquals(
                List.of(
                        "objectives[0] (O1) › key_results[0] (“K”) › check_ins[0]: “value” is missing; expected text",
                        "initiatives[0] (“I”) › serves[0]: “O1-KR9” is no key result in this file; did you mean"
                                + " “O1-KR1”?",
                        "initiatives[0] (“I”): “non_goal” is not a key here; did you mean “non_goals”?",
                        "themes[0] (“T”): “workstreams” does not stand here, but in an initiative or at the top of the"
                                + " file"),
                told("""
                        {"org": "A",
                         "objectives": [{"id": "O1", "title": "O", "key_results": [
                           {"title": "K", "check_ins": [{"on": "2026-12-31"}]}]}],
                         "initiatives": [{"title": "I", "horizon": "now", "serves": ["O1-KR9"], "non_goal": "x"}],
                         "themes": [{"title": "T", "workstreams": []}]}
                        """));
    }

    @Test
    void two_keys_of_the_same_name_are_told_with_both_lines() {
        assertEquals(
                List.of("initiatives[0] (I1) › title: “title” is written twice, first in line 2; keep one of them"),
                told("{\"org\": \"A\", \"initiatives\": [{\"id\": \"I1\", \"horizon\": \"now\",\n\"title\": \"a\","
                        + "\n\"title\": \"b\"}]}"));
    }

    @Test
    void a_file_that_is_no_group_of_keys_and_one_without_a_name_are_told() {
        assertEquals(List.of(": expected keys such as “org” and “initiatives”, found a list"), told("[1]"));
        assertEquals(List.of(": “org” is missing; expected text"), told("{}"));
    }

    @Test
    void text_is_tidied_and_bounded() {
        Roadmap roadmap = roadmap("{\"org\": \" A\\nB \", \"themes\": [{\"title\": \"x\\u0007 \\n y\"}]}");
        assertEquals("A B", roadmap.organization());
        assertEquals("x y", roadmap.find("T1").orElseThrow().title());
        assertEquals(
                List.of("org: expected at most 300 characters, found 400"),
                told("{\"org\": \"" + "x".repeat(400) + "\"}"));
    }

    @Test
    void numbers_that_would_take_a_book_to_write_are_refused() {
        String file = "{\"org\": \"A\", \"initiatives\": [{\"title\": \"T\", \"horizon\": \"now\","
                + " \"cost_of_delay\": {\"per_week\": %s}}]}";
        assertEquals(1, told(file.formatted("1e-999999999")).size());
        assertEquals(1, told(file.formatted("9".repeat(1_000_000))).size());
        assertTrue(roadmap(file.formatted("12500.50")).find("I1").isPresent());
    }

    @Test
    void a_file_has_everything_but_what_is_kept_beside_the_roadmap() {
        Set<Kind> inFiles = Section.ALL.stream()
                .flatMap(section -> Stream.concat(Stream.of(section), section.nested().stream()))
                .map(Section::kind)
                .collect(Collectors.toSet());
        assertEquals(Stream.of(Kind.values()).filter(kind -> !kind.isBeside()).collect(Collectors.toSet()), inFiles);
    }
}
