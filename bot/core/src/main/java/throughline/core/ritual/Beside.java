package throughline.core.ritual;

import throughline.core.roadmap.Pulse;

/**
 * Two figures about one question, read beside each other by somebody who thinks that nobody answers otherwise the second time.
 *
 * @param both how many people are in both
 * @param before how many in the first alone
 * @param now how many in the second alone
 */
record Beside(int both, int before, int now) {
    /** How many of some people knew it, as far as that can be told. */
    private record Range(int least, int most) {
        /** Whether it is told of some of them what they answered, to one of them at least, who knows one answer. */
        boolean isTelling(int people) {
            return people > 0 && (least > Math.max(0, people - 2) || most < Math.min(people, 2));
        }
    }

    /** Whether the people differ so little, or the figures so much, that somebody's answer follows. */
    boolean isTelling(Pulse.Share first, Pulse.Share second) {
        int apart = before + now;
        return (apart > 0 && apart < Pulse.FEWEST) || isToldByRanges(first, second);
    }

    private boolean isToldByRanges(Pulse.Share first, Pulse.Share second) {
        int least = Math.max(0, Math.max(first.least() - before, second.least() - now));
        int most = Math.min(both, Math.min(first.most(), second.most()));
        // Figures that do not go together tell that somebody answered otherwise, not who.
        return least <= most
                && (new Range(least, most).isTelling(both)
                        || rest(first, least, most, before).isTelling(before)
                        || rest(second, least, most, now).isTelling(now));
    }

    private static Range rest(Pulse.Share share, int least, int most, int people) {
        return new Range(Math.max(0, share.least() - most), Math.min(people, share.most() - least));
    }
}
