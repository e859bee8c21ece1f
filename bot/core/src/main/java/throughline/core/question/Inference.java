package throughline.core.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.question.Judgment.Ranked;
import throughline.core.question.Line.Basis;
import throughline.core.question.Line.Candidate;
import throughline.core.question.Sides.Near;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Roadmap;

/**
 * Draws the line from work that nobody has linked to the objective that it may serve, and says how sure that is; or draws none.
 * It compares the work with everything that tells what an objective is about, and with what was recorded under it.
 */
public final class Inference {
    /** From this confidence on a line is drawn: chosen so that of work that serves nothing, about one in nine gets one. */
    public static final double DRAWN = 0.3;

    /** If no line is drawn but two that are close reach this together, it is worth asking which. */
    private static final double ASKED = 0.4;

    private static final double CLOSE = 0.7;

    private static final int CANDIDATES = 3;
    private static final int REASONS = 2;
    private static final int RECALLED = 40;

    private final Roadmap roadmap;
    private final Language language;
    private final Recall recall;
    private final Phrasing phrasing;

    public Inference(Roadmap roadmap, Language language, Recall recall, Phrasing phrasing) {
        this.roadmap = roadmap;
        this.language = language;
        this.recall = recall;
        this.phrasing = phrasing;
    }

    /** What can be said of a piece of work. */
    public enum Outcome {
        /** Somebody recorded the line for this very work, or that it has none. */
        RECORDED,
        DRAWN,
        /** The asker said which objective it is; nobody has recorded that. */
        CHOSEN,
        /** One of the first two candidates is likely meant; which, is not told. */
        EITHER,
        NONE,
        /** Sentences cannot be compared yet: nothing is known but shared words. */
        NOT_YET
    }

    /**
     * What was found.
     *
     * @param line its basis is INFERRED or NONE; the candidates are the strongest objectives in any case
     * @param reasons items that the work is closest to and that serve the first candidate, closest first
     * @param outcome what can be said
     */
    public record Inferred(Line line, List<Item> reasons, Outcome outcome) {
        public Inferred {
            reasons = List.copyOf(reasons);
        }
    }

    /** The line from a piece of work, told in a few words or sentences. What people recorded for the same words is the line. */
    public Inferred of(String work) {
        return of(work, Optional.empty());
    }

    /** As {@link #of(String)}, where the asker has said which objective it is. What people recorded still comes first. */
    public Inferred of(String work, Objective chosen) {
        return of(work, Optional.of(chosen.id()));
    }

    private Inferred of(String work, Optional<ItemId> chosen) {
        Inferred inferred = inferred(work, chosen);
        return roadmap.precedentOf(work)
                .map(precedent -> recorded(precedent, inferred.line().candidates()))
                .orElse(inferred);
    }

    private static Inferred recorded(Precedent precedent, List<Candidate> inferred) {
        Optional<Candidate> recorded =
                precedent.objective().map(objective -> new Candidate(objective, precedent.keyResults(), 1));
        List<Candidate> candidates = beside(recorded.stream().toList(), inferred);
        Line line = recorded.map(first ->
                        new Line(Optional.of(first.objective()), first.keyResults(), Basis.RECORDED, 1, candidates))
                .orElseGet(() -> undrawn(candidates));
        return new Inferred(line, List.of(), Outcome.RECORDED);
    }

    /** The line that is recorded for an item, if any is, with the objectives that are strongest besides. */
    public Line beside(Line recorded, Item item) {
        List<Candidate> inferred =
                inferred(Part.said(item), Optional.empty()).line().candidates();
        return new Line(
                recorded.objective(),
                recorded.keyResults(),
                recorded.basis(),
                recorded.confidence(),
                beside(recorded.candidates(), inferred));
    }

    private static List<Candidate> beside(List<Candidate> recorded, List<Candidate> inferred) {
        Set<ItemId> known = recorded.stream().map(Candidate::objective).collect(Collectors.toSet());
        return Stream.concat(recorded.stream(), inferred.stream().filter(other -> !known.contains(other.objective())))
                .limit(CANDIDATES)
                .toList();
    }

    private Inferred inferred(String work, Optional<ItemId> chosen) {
        Optional<Meaning> meaning = language.meaning(work);
        return meaning.isEmpty() ? byWords(work) : byMeaning(work, meaning.get(), chosen);
    }

    private Inferred byMeaning(String work, Meaning meaning, Optional<ItemId> chosen) {
        List<Sides> objectives = sides(work, meaning);
        if (objectives.isEmpty()) {
            return new Inferred(Line.none(), List.of(), Outcome.NONE);
        }
        List<Ranked> ranked = Judgment.of(objectives, phrasing.productMatter(meaning))
                .with(chosen)
                .ranked();
        List<Candidate> candidates = ranked.stream()
                .limit(CANDIDATES)
                .map(one -> new Candidate(one.sides().objective().id(), keyResults(one.sides()), one.confidence()))
                .toList();
        Outcome outcome = chosen.map(objective -> Outcome.CHOSEN).orElseGet(() -> outcome(candidates));
        boolean hasLine = outcome == Outcome.DRAWN || outcome == Outcome.CHOSEN;
        return new Inferred(
                hasLine ? drawn(candidates) : undrawn(candidates),
                reasons(ranked.get(0).sides()),
                outcome);
    }

    /** How sure it is of each objective that an item may serve it, from 0 to 1; empty while sentences cannot be compared. */
    public Optional<Map<ItemId, Double>> strengths(Item item) {
        String work = Part.said(item);
        return language.meaning(work).map(meaning -> {
            List<Sides> objectives = sides(work, meaning);
            Map<ItemId, Double> strengths = new HashMap<>();
            if (!objectives.isEmpty()) {
                Judgment.of(objectives, phrasing.productMatter(meaning))
                        .ranked()
                        .forEach(one -> strengths.put(one.sides().objective().id(), one.confidence()));
            }
            return Map.copyOf(strengths);
        });
    }

    private static Outcome outcome(List<Candidate> candidates) {
        double best = candidates.get(0).confidence();
        if (best >= DRAWN) {
            return Outcome.DRAWN;
        }
        double second = candidates.size() > 1 ? candidates.get(1).confidence() : 0;
        return second >= best * CLOSE && best + second >= ASKED ? Outcome.EITHER : Outcome.NONE;
    }

    private static Line undrawn(List<Candidate> candidates) {
        return new Line(Optional.empty(), List.of(), Basis.NONE, 0, candidates);
    }

    private static Line drawn(List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        return new Line(
                Optional.of(best.objective()), best.keyResults(), Basis.INFERRED, best.confidence(), candidates);
    }

    /** Every objective, seen from all sides. */
    List<Sides> sides(String work, Meaning meaning) {
        Map<ItemId, Double> hits = hits(work);
        return roadmap.objectives().stream()
                .map(objective -> Sides.of(roadmap, objective, meaning, language, hits))
                .toList();
    }

    private Map<ItemId, Double> hits(String work) {
        Map<ItemId, Double> hits = new HashMap<>();
        recall.search(roadmap, work, RECALLED).forEach(hit -> hits.put(hit.item(), hit.score()));
        return hits;
    }

    /** Shared words tell who might be meant, but never enough to draw a line. */
    private Inferred byWords(String work) {
        if (work.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Inferred(Line.none(), List.of(), Outcome.NONE);
        }
        Map<ItemId, Double> hits = hits(work);
        List<Candidate> candidates = roadmap.objectives().stream()
                .map(objective -> Map.entry(objective.id(), words(objective, hits)))
                .sorted(Map.Entry.<ItemId, Double>comparingByValue().reversed())
                .limit(CANDIDATES)
                .map(entry -> new Candidate(entry.getKey(), List.of(), 0))
                .toList();
        return new Inferred(undrawn(candidates), List.of(), Outcome.NOT_YET);
    }

    private double words(Objective objective, Map<ItemId, Double> hits) {
        return Part.of(roadmap, objective)
                .map(part -> part.source().id())
                .distinct()
                .mapToDouble(id -> hits.getOrDefault(id, 0.0))
                .sum();
    }

    /** The key result that is nearest. */
    private static List<ItemId> keyResults(Sides sides) {
        return ofAspect(sides, Part.Aspect.KEY_RESULT)
                .limit(1)
                .map(near -> near.part().source().id())
                .toList();
    }

    private static List<Item> reasons(Sides sides) {
        List<Near> closest = new ArrayList<>();
        ofAspect(sides, Part.Aspect.INITIATIVE).limit(1).forEach(closest::add);
        ofAspect(sides, Part.Aspect.KEY_RESULT).limit(REASONS).forEach(closest::add);
        return closest.stream()
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .map(near -> near.part().source())
                .limit(REASONS)
                .toList();
    }

    private static Stream<Near> ofAspect(Sides sides, Part.Aspect aspect) {
        return sides.nearest().stream().filter(near -> near.part().aspect() == aspect);
    }

    /** All texts that work and questions are compared with, so that they may be read before anybody asks. */
    public static Stream<String> texts(Roadmap roadmap) {
        Stream<String> parts = roadmap.objectives().stream()
                .flatMap(objective -> Part.of(roadmap, objective))
                .map(Part::text);
        Stream<String> names = Stream.of(Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.TEAM, Kind.INITIATIVE, Kind.WORKSTREAM)
                .flatMap(kind -> roadmap.all(kind).stream())
                .flatMap(item -> Stream.of(item.title(), Part.said(item)));
        return Stream.concat(parts, names).distinct();
    }
}
