package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.view.Phrases;

/** Asks owners whether what they own still holds after a change above it; what was settled before the day's message is not asked. */
public final class AskingOwners implements Occasion {
    private static final String WISH = "flag:";

    /** What could not be asked for so long is found among the flags. */
    private static final int DAYS = 14;

    /** What one change put in question for one owner. */
    private record Doubtful(PersonId owner, Flag flag) {
        /** One change of a day, once. */
        String wish() {
            return WISH + flag.because() + ":" + flag.what() + ":" + flag.on() + ":" + flag.by();
        }
    }

    @Override
    public List<Errand> errands(Today today) {
        LocalDate since = today.day().minusDays(DAYS);
        Map<Doubtful, List<Item>> doubtful = new LinkedHashMap<>();
        today.roadmap().flagged().stream()
                .forEach(item -> item.owner()
                        .ifPresent(owner -> Flag.of(item).stream()
                                .filter(flag ->
                                        !flag.on().isBefore(since) && !flag.by().equals(owner))
                                .forEach(flag -> doubtful.computeIfAbsent(
                                                new Doubtful(owner, flag), key -> new ArrayList<>())
                                        .add(item))));
        return doubtful.entrySet().stream()
                .map(entry -> errand(today, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Errand errand(Today today, Doubtful doubtful, List<Item> items) {
        Wish wish = new Wish(
                doubtful.wish(),
                Wish.Topic.FLAG,
                Set.of(),
                items.stream().map(Item::id).toList());
        return new Errand(doubtful.owner(), wish, section(today, doubtful.flag(), items));
    }

    @Override
    public Optional<Section> settled(String part, Person person, Today today) {
        String[] asked = part.startsWith(WISH) ? part.substring(WISH.length()).split(":", 4) : new String[0];
        return asked.length < 4 || isOpen(part, person, today)
                ? Optional.empty()
                : Optional.of(Section.of(changed(today, new PersonId(asked[3]), new ItemId(asked[0]), asked[1]))
                        .ending("Settled."));
    }

    private static boolean isOpen(String part, Person person, Today today) {
        return today.roadmap().flaggedOf(person.id()).stream()
                .flatMap(item -> Flag.of(item).stream())
                .anyMatch(flag -> new Doubtful(person.id(), flag).wish().equals(part));
    }

    private static String changed(Today today, PersonId by, ItemId because, String what) {
        String cause = today.roadmap().find(because).map(Phrases::named).orElse(because.text());
        return today.people().call(by) + " changed the " + what + " of " + cause + ".";
    }

    private static Section section(Today today, Flag flag, List<Item> items) {
        String what = changed(today, flag.by(), flag.because(), flag.what());
        if (items.size() == 1) {
            Item item = items.get(0);
            return Section.of("Does " + Phrases.named(item) + " still hold? " + what, Settle.buttons(item));
        }
        return Section.of(
                "Do " + items.size() + " items of yours still hold? " + what,
                new Block.Items(items.stream()
                        .limit(Request.ROWS)
                        .map(item -> new Block.Items.Row(
                                Prose.of(Phrases.named(item) + ": " + Flag.question(item.kind())), List.of()))
                        .toList()),
                Block.Buttons.of(Actions.ask("Settle them", "flags")));
    }
}
