package throughline.core.assistant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.check.Capacity;
import throughline.core.conversation.Scene;
import throughline.core.intake.Aim;
import throughline.core.intake.Around;
import throughline.core.intake.Guess;
import throughline.core.intake.Told;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Line.Candidate;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/**
 * The trade-off of a request in plain sentences.
 *
 * @param reader who alone reads it; empty if several do
 */
record Statement(Request request, FeatureRequest asked, Optional<PersonId> reader) {
    private static final int NAMED = 5;

    private Roadmap roadmap() {
        return request.roadmap();
    }

    private Scene scene() {
        return request.scene();
    }

    /** "Bulk export to Excel" in place of Faster search (I12). */
    String traded() {
        String what = Phrases.quoted(Phrases.clipped(asked.title()));
        return switch (asked.swap()) {
            case INITIATIVE -> what + " in place of " + out().orElse("something that is gone");
            case CANT_CHOOSE -> what + ", with nothing chosen to go out";
            case PARK -> what + ", which can wait";
            case NOT_NEEDED -> what + ", for which Now has room";
        };
    }

    private Optional<String> out() {
        return asked.out().map(id -> roadmap().find(id).map(Phrases::named).orElse(id.text()));
    }

    /** What it would do, what goes out for it, and what that comes to. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(goal());
        sentences.add(swap());
        asked.objective()
                .ifPresent(objective -> sentences.addAll(weighed(objective).told()));
        return sentences;
    }

    private String goal() {
        if (asked.objective().isEmpty()) {
            return "It serves none of our objectives, " + author() + (isOwn() ? " say." : " says.");
        }
        String objective = asked.objective()
                .flatMap(roadmap()::find)
                .map(found -> found.id() + ", " + Phrases.quoted(Phrases.clipped(found.title())))
                .orElse("an objective that is gone");
        String metric = asked.keyResult()
                .flatMap(id -> roadmap().find(id, KeyResult.class))
                .map(keyResult -> " through " + keyResult.id() + " " + Phrases.clipped(keyResult.metric())
                        + Phrases.figures(keyResult)
                                .map(figures -> ", " + figures)
                                .orElse(""))
                .orElse("");
        return "It would accelerate " + objective + metric + ". " + expected();
    }

    private String expected() {
        Guess guess = Guess.of(asked);
        String sure = guess.confidence().title() + " sure.";
        String who = isOwn() ? "You expect " : capital(author()) + " expects ";
        return guess.movement()
                .map(movement -> who + movement.told() + ", " + sure)
                .orElse("Nobody says by how much; " + sure);
    }

    private String swap() {
        return switch (asked.swap()) {
            case INITIATIVE ->
                out().orElse("What should go out") + " would go out of Now"
                        + asked.out()
                                .flatMap(id -> roadmap().find(id, Initiative.class))
                                .map(bet -> new Price(roadmap(), bet))
                                .map(price -> "; " + lowered(price))
                                .orElse("")
                        + ".";
            case CANT_CHOOSE -> capital(author()) + " can't" + " choose what would go out of Now for it.";
            case PARK -> "Nothing goes out of Now for it: it would wait.";
            case NOT_NEEDED -> "Nothing has to go out of Now for it.";
        };
    }

    private static String lowered(Price price) {
        String work = price.work();
        return work.startsWith("No") ? "no work on it is recorded" : work + " are done";
    }

    Weighed weighed(ItemId objective) {
        Guess guess = Guess.of(asked);
        Optional<Initiative> out = asked.out().flatMap(id -> roadmap().find(id, Initiative.class));
        Capacity places = new Around(scene(), NO_SIGHT).places(new Aim(objective, asked.keyResult()));
        return new Weighed(roadmap(), guess, places, out, scene().today());
    }

    /** Places are counted without comparing sentences. */
    private static final Around.Sight NO_SIGHT = new Around.Sight() {
        @Override
        public List<Item> alike(Told told) {
            return List.of();
        }

        @Override
        public List<Candidate> ranked(Told told) {
            return List.of();
        }
    };

    /** "Maya decides; Priya is asked first." */
    String next() {
        String decides = asked.pm()
                .map(pm -> reader.equals(Optional.of(pm))
                        ? "You decide"
                        : scene().people().call(pm) + " decides")
                .orElse("The PMs decide");
        Optional<PersonId> owner = asked.out()
                .flatMap(id -> roadmap().find(id))
                .flatMap(Item::owner)
                .filter(person -> !asked.pm().equals(Optional.of(person)));
        return decides
                + owner.map(person -> "; before a swap, " + scene().people().call(person) + " is asked.")
                        .orElse(".");
    }

    /** "for Acme and Globex, 20-50k a year behind it"; empty if nobody said. */
    Optional<String> voices() {
        List<String> customers = asked.customers();
        String whose = customers.isEmpty()
                ? ""
                : "for "
                        + Phrases.listed(Stream.concat(
                                        customers.stream().limit(NAMED),
                                        customers.size() > NAMED
                                                ? Stream.of((customers.size() - NAMED) + " more")
                                                : Stream.of())
                                .toList());
        String revenue = revenue()
                .map(sum -> "about " + sum + " of yearly revenue behind it")
                .orElse("");
        String told = Stream.of(whose, revenue).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return told.isEmpty() ? Optional.empty() : Optional.of(told);
    }

    /** What its author and all who joined told, added up at the middle. */
    private Optional<String> revenue() {
        return asked.revenues().stream()
                .map(Estimate::middle)
                .reduce(BigDecimal::add)
                .map(Weighed::amount);
    }

    private boolean isOwn() {
        return reader.equals(Optional.of(asked.author()));
    }

    private String author() {
        return isOwn()
                ? "you"
                : scene().people().find(asked.author()).map(Person::firstName).orElse("its author");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
