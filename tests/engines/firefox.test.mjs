import { paths } from "./paths.mjs";

paths("firefox");
