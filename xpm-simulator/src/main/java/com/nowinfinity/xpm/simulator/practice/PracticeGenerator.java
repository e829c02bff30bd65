package com.nowinfinity.xpm.simulator.practice;

/**
 * Makes a practice of any size: families with their companies, trusts, funds and partnerships, traders, associations,
 * and as many people again who only lodge a tax return, with the dirt of years. The mix follows a practice of two
 * thousand clients; nothing in it is a real name, number or address.
 */
public final class PracticeGenerator {

    public static final int SMALLEST = 200;
    public static final int LARGEST = 15_000;

    private PracticeGenerator() {}

    /** The same arguments make the same practice, always. */
    public static Practice generate(int activeClients, long seed) {
        if (activeClients < SMALLEST || activeClients > LARGEST) {
            throw new IllegalArgumentException(
                    "A practice has between " + SMALLEST + " and " + LARGEST + " clients, not " + activeClients);
        }
        Stage stage = new Stage(new Scale(activeClients), new Chance(seed));
        Population population = populated(stage);
        new Reserve(stage).keep();
        new OneSided(stage).plant();
        new FieldPlants(stage).plant();
        new RolePlants(stage).plant();
        new Lookalikes(stage).lay();
        new RoleTraps(stage).lay();
        population.fillUp(activeClients);
        new Dirt(stage).settle();
        new Spelling(stage).write();
        return new Rendering(stage).practice();
    }

    /** A little one in which both sides agree on everything. */
    public static Practice generateInStep(int activeClients, long seed) {
        Stage stage = new Stage(new Scale(activeClients), new Chance(seed));
        populated(stage).fillUp(activeClients);
        return new Rendering(stage).practice();
    }

    private static Population populated(Stage stage) {
        Population population = new Population(stage.scale, stage.chance, stage.cast, stage.households);
        population.populate();
        return population;
    }
}
