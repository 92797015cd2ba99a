import { paths } from "./paths.mjs";

paths("webkit");
